package io.lappet.processor.model;

/** One resource of a shared interface. */
public record SharedResource(SharedModel owner, AccessorModel accessor) {
  /** As annotations name it. */
  public String name() {
    return accessor.signature().name();
  }

  /** As messages call it: {@code Books.ledger}. */
  public String label() {
    return owner.type().label() + "." + name();
  }
}
