package io.lappet.processor.model;

/** A lock that a call takes, and where it is named; the empty name is the object's own lock. */
public record LockUse(Handle lock, Place place) {
  /** The name, as it is written. */
  public String name() {
    return lock.text();
  }

  /** Whether it has a field in the woven class: a lock of the object itself, or a shared one. */
  public boolean isOwn() {
    return lock instanceof Handle.Own;
  }
}
