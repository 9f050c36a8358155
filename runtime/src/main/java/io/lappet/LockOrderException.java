package io.lappet;

/**
 * A lock was about to be taken against the order in which locks were taken before, and the fabric was
 * built with {@link Fabric.Builder#refuseLockOrder()}. The lock has not been taken.
 */
public final class LockOrderException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** Makes one. */
  public LockOrderException(String message) {
    super(message);
  }
}
