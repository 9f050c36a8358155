package io.lappet.gen;

import io.lappet.Gate;
import java.time.Duration;

/** How generated code waits for gates. */
public final class Gates {
  private Gates() {}

  /**
   * Waits until {@code gate} is open.
   *
   * @param call the call that waits, for messages
   * @throws io.lappet.WaitInterruptedException if the thread was interrupted and must wait; the
   *     interrupt is set again
   */
  public static void await(Gate gate, String call) {
    throw new UnsupportedOperationException();
  }

  /**
   * As {@link #await(Gate, String)}, within {@code limit}.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public static void await(Gate gate, Duration limit, String call) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #await(Gate, String)}, for a method that may be interrupted. */
  public static void awaitInterruptibly(Gate gate, String call) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** As {@link #await(Gate, Duration, String)}, for a method that may be interrupted. */
  public static void awaitInterruptibly(Gate gate, Duration limit, String call)
      throws InterruptedException {
    throw new UnsupportedOperationException();
  }
}
