package io.lappet.gen;

import io.lappet.Fabric;
import java.time.Duration;

/** A lock for each key that is in use. Keys are compared with {@code equals}. */
public final class KeyedMonitor {
  /** Makes one that belongs to no fabric. */
  public static KeyedMonitor of(String name) {
    throw new UnsupportedOperationException();
  }

  /** Makes one whose waits belong to {@code fabric}. */
  public static KeyedMonitor of(Fabric fabric, String name) {
    throw new UnsupportedOperationException();
  }

  /** Takes the lock of {@code key}; an interrupt stays set. */
  public void enter(Object key) {
    throw new UnsupportedOperationException();
  }

  /** Takes the lock of {@code key}. */
  public void enterInterruptibly(Object key) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the lock of {@code key} within {@code limit}; an interrupt stays set.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enter(Object key, Duration limit, String call) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the lock of {@code key} within {@code limit}.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enterInterruptibly(Object key, Duration limit, String call)
      throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Gives the lock of {@code key} back. */
  public void exit(Object key) {
    throw new UnsupportedOperationException();
  }
}
