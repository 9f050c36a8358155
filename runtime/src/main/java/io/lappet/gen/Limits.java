package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.Permits;
import java.time.Duration;

/** How generated code takes permits: one at a time, without a lease. */
public final class Limits {
  private Limits() {}

  /** Makes permits that belong to no fabric. */
  public static Permits of(String name, int permits) {
    throw new UnsupportedOperationException();
  }

  /** Makes permits whose waits belong to {@code fabric}. */
  public static Permits of(Fabric fabric, String name, int permits) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #of(String, int)}, serving in order of arrival. */
  public static Permits fair(String name, int permits) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #of(Fabric, String, int)}, serving in order of arrival. */
  public static Permits fair(Fabric fabric, String name, int permits) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes a permit.
   *
   * @param call the call that waits, for messages
   * @throws io.lappet.WaitInterruptedException if the thread was interrupted and must wait; the
   *     interrupt is set again
   */
  public static void enter(Permits permits, String call) {
    throw new UnsupportedOperationException();
  }

  /**
   * As {@link #enter(Permits, String)}, within {@code limit}.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public static void enter(Permits permits, Duration limit, String call) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #enter(Permits, String)}, for a method that may be interrupted. */
  public static void enterInterruptibly(Permits permits, String call) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** As {@link #enter(Permits, Duration, String)}, for a method that may be interrupted. */
  public static void enterInterruptibly(Permits permits, Duration limit, String call)
      throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Gives the permit back. */
  public static void exit(Permits permits) {
    throw new UnsupportedOperationException();
  }
}
