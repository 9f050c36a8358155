package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.Mutex;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * A lock that many may hold to read, or one to write. Writing is a {@link Monitor}; reading is here.
 */
public final class ReadWriteMonitor implements ReadWriteLock {
  /** Makes one that belongs to no fabric. */
  public static ReadWriteMonitor of(String name) {
    throw new UnsupportedOperationException();
  }

  /** Makes one whose waits belong to {@code fabric}. */
  public static ReadWriteMonitor of(Fabric fabric, String name) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #of(String)}, serving in order of arrival. */
  public static ReadWriteMonitor fair(String name) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #of(Fabric, String)}, serving in order of arrival. */
  public static ReadWriteMonitor fair(Fabric fabric, String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * The lock behind a handle that the library has given out.
   *
   * @throws IllegalArgumentException if it is another one
   */
  public static ReadWriteMonitor behind(ReadWriteLock handle) {
    if (handle instanceof ReadWriteMonitor monitor) {
      return monitor;
    }
    throw new IllegalArgumentException(handle + " is no lock of a woven object");
  }

  /** The lock for writing. */
  @Override
  public Monitor writeLock() {
    throw new UnsupportedOperationException();
  }

  /** The lock for reading, for blocks. Has no conditions. */
  @Override
  public Mutex readLock() {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins to read without taking the lock. What was read counts only if {@link #isStill} says so
   * afterwards.
   *
   * @return a stamp, or 0 if somebody writes
   */
  public long optimisticRead() {
    throw new UnsupportedOperationException();
  }

  /** Whether nobody has written since {@code stamp}, which may be 0. */
  public boolean isStill(long stamp) {
    throw new UnsupportedOperationException();
  }

  /** Takes the lock for reading; an interrupt stays set. */
  public void enterRead() {
    throw new UnsupportedOperationException();
  }

  /** Takes the lock for reading. */
  public void enterReadInterruptibly() throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the lock for reading within {@code limit}; an interrupt stays set.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enterRead(Duration limit, String call) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the lock for reading within {@code limit}.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enterReadInterruptibly(Duration limit, String call) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Gives the lock for reading back. */
  public void exitRead() {
    throw new UnsupportedOperationException();
  }
}
