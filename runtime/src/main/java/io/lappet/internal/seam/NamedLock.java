package io.lappet.internal.seam;

import java.util.concurrent.locks.ReentrantLock;

/** A lock that says in reports what it guards, and who holds it. */
public final class NamedLock extends ReentrantLock {
  private static final long serialVersionUID = 1;

  private final String guarded;

  /** Makes one that is not fair. */
  public NamedLock(String guarded) {
    this(guarded, false);
  }

  /** Makes one. */
  public NamedLock(String guarded, boolean fair) {
    super(fair);
    this.guarded = guarded;
  }

  @Override
  public String toString() {
    Thread owner = getOwner();
    return owner == null ? guarded : guarded + ", held by " + owner.getName();
  }
}
