package io.lappet.internal.seam;

/** A lock of a user that has a place in the order of locks. */
public final class WatchedLock extends NamedLock implements Holdable {
  private static final long serialVersionUID = 1;

  private final transient LockNode node;

  /** Makes one. */
  public WatchedLock(String name, boolean fair, LockNode node) {
    super("lock", name, fair);
    this.node = node;
  }

  @Override
  public LockNode node() {
    return node;
  }

  @Override
  public boolean isHeldByCaller() {
    return isHeldByCurrentThread();
  }
}
