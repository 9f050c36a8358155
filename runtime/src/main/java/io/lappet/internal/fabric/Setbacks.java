package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The failures after which a worker was, or would have been, started again. Guarded by the lock of
 * the worker.
 */
final class Setbacks {
  private final FailurePolicy policy;
  private final long window;
  private final Deque<Long> times = new ArrayDeque<>(0); // inside the window, if there is one
  private volatile int inARow; // since the last success; read without the lock

  Setbacks(FailurePolicy policy) {
    this.policy = policy;
    this.window = Deadlines.nanos(policy.window());
  }

  /** How many there were since the last success. */
  int inARow() {
    return inARow;
  }

  /** One more, at the time {@code now}; says whether they are too many. */
  boolean add(long now) {
    inARow++;
    if (window == 0) {
      return inARow >= policy.maxFailures();
    }
    times.addLast(now);
    while (now - times.getFirst() >= window) {
      times.removeFirst();
    }
    return times.size() >= policy.maxFailures();
  }

  /** There was a success, which does not take anything out of a window. */
  void succeeded() {
    inARow = 0;
  }

  void clear() {
    inARow = 0;
    times.clear();
  }
}
