package io.lappet;

import java.time.Duration;

/**
 * A place where a fixed number of parties wait for each other, again and again.
 *
 * <p>Each trip hands every party its own index, 0 to n-1 in order of arrival, and runs the action,
 * if there is one, once, on the thread that arrived last, before anyone passes. A party that times
 * out, is interrupted, or fails in the action breaks the barrier: it gets its own exception, and
 * everybody else, also who comes later, {@link BarrierBrokenException}, until {@link #reset()}.
 *
 * <p>What the parties did before they arrived is visible to the action, and what the action did to
 * all who pass. Semantics as {@link java.util.concurrent.CyclicBarrier}, with Python's default
 * timeout and abort.
 */
public interface Barrier {
  /**
   * Waits for the other parties, for at most the time that the barrier was made with.
   *
   * @return the order of arrival, 0 for the first
   * @throws BarrierBrokenException if the barrier is broken, or breaks while waiting
   * @throws WaitTimeoutException if the time has passed; the barrier is broken
   * @throws InterruptedException if the thread was interrupted; the barrier is broken
   */
  int await() throws InterruptedException;

  /** As {@link #await()} with another limit. */
  int await(Duration limit) throws InterruptedException;

  /** How many parties there are. */
  int parties();

  /** How many are waiting. */
  int waiting();

  /** Whether it is broken. */
  boolean isBroken();

  /** Frees those who wait with {@link BarrierBrokenException}, and starts afresh. */
  void reset();

  /** Breaks the barrier. */
  void abort();
}
