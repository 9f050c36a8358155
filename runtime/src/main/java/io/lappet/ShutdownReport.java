package io.lappet;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a fabric, or a component, was closed.
 *
 * @param clean whether everything that was accepted was dealt with: nothing undelivered, nothing cut
 *     short, nobody stuck
 * @param undelivered how many messages were not dealt with, by full name of the channel
 * @param cancelled how many tasks were cancelled: those that waited for their delay, which is in
 *     order, and those that the end of the grace cut short
 * @param stuck who did not end although interrupted
 */
public record ShutdownReport(
    boolean clean, Map<String, Integer> undelivered, int cancelled, List<StuckWorker> stuck) {
  /** A report of nothing left. */
  public static final ShutdownReport CLEAN = new ShutdownReport(true, Map.of(), 0, List.of());

  /** Copies what it is given. */
  public ShutdownReport {
    undelivered = Map.copyOf(undelivered);
    stuck = List.copyOf(stuck);
  }

  /**
   * A thread that did not end although it was interrupted.
   *
   * @param name the full name of the worker or task
   * @param thread the thread
   * @param stack where it stood
   * @param waited how long it had been waited for
   */
  public record StuckWorker(
      String name, Thread thread, List<StackTraceElement> stack, Duration waited) {
    /** Copies what it is given. */
    public StuckWorker {
      stack = List.copyOf(stack);
    }
  }
}
