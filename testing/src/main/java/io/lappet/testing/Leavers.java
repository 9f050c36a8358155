package io.lappet.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Threads that take no more turns and are about to end. Thread-safe. */
final class Leavers {
  private final List<Thread> threads = new ArrayList<>();

  synchronized void add(Thread thread) {
    threads.removeIf(other -> !other.isAlive());
    threads.add(thread);
  }

  /**
   * Waits, in real time, until all have ended. An interrupt ends the waiting and stays set.
   *
   * @return those that had not ended when {@code limit} had passed
   */
  List<Thread> await(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    List<Thread> left = alive();
    for (Thread thread : left) {
      join(thread, end - System.nanoTime());
    }
    return alive();
  }

  private synchronized List<Thread> alive() {
    threads.removeIf(thread -> !thread.isAlive());
    return List.copyOf(threads);
  }

  /** Waits, in real time, until {@code thread} has ended. An interrupt ends the waiting. */
  static void join(Thread thread, long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
