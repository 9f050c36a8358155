package io.lappet.internal.seam;

/** A lock of a user, as the order of locks knows it. */
public interface Holdable {
  /** What it is one of. */
  LockNode node();

  /** Whether the calling thread holds it, in whatever way. */
  boolean isHeldByCaller();

  /** Equal to those of what the calling thread may take again if it holds this. */
  default Object identity() {
    return this;
  }
}
