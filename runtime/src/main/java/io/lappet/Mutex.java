package io.lappet;

import java.util.concurrent.locks.Lock;

/**
 * A lock of a woven object, for blocks that are not whole methods. It re-enters, and it is the same
 * lock that {@code @Synchronized} with its name takes.
 */
public interface Mutex extends Lock {
  /** The full name, for instance {@code Account.balance}. */
  String name();

  /** Whether any thread holds the lock. */
  boolean isLocked();

  /** Whether the calling thread holds the lock. */
  boolean isHeldByCurrentThread();

  /** How often the calling thread holds the lock; 0 if it does not. */
  int holdCount();
}
