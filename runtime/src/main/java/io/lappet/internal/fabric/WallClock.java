package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait for a time of day when the clock on the wall has moved against the monotonic
 * clock, by which all waits are: somebody has set it, or the machine was suspended.
 */
final class WallClock {
  /** What is not worth telling: clocks are slewed a little all the time. */
  private static final Duration NOTHING = Duration.ofMillis(1);

  private final Seam seam;
  private final TimerQueue timers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Runnable> watchers = new LinkedHashSet<>(); // guarded by lock
  private Duration ahead = Duration.ZERO; // guarded by lock; the one clock of the other
  private TimerQueue.@Nullable Entry next; // guarded by lock

  WallClock(Seam seam, TimerQueue timers) {
    this.seam = seam;
    this.timers = timers;
  }

  /** Calls {@code moved} after each move from now on. Called by the timer queue. */
  void watch(Runnable moved) {
    lock.lock();
    try {
      watchers.add(moved);
      if (next == null && seam.inStepFor() != Seam.NEVER) {
        ahead = ahead();
        lookAgain();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Calls it no more, but for a call that is under way. */
  void forget(Runnable moved) {
    lock.lock();
    try {
      watchers.remove(moved);
      if (watchers.isEmpty() && next != null) {
        next.cancel();
        next = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells that it has moved, where nobody looks for that: in a test that has moved it. */
  void hasMoved() {
    timers.schedule(seam.nanos(), () -> watchers().forEach(Runnable::run));
  }

  private List<Runnable> watchers() {
    lock.lock();
    try {
      return List.copyOf(watchers);
    } finally {
      lock.unlock();
    }
  }

  private void lookAgain() {
    next = timers.schedule(Deadlines.after(seam, seam.inStepFor()), this::look);
  }

  private Duration ahead() {
    return Duration.between(Instant.EPOCH, seam.now()).minusNanos(seam.nanos());
  }

  private void look() {
    List<Runnable> told = List.of();
    lock.lock();
    try {
      if (next == null) {
        return; // nobody wants to know any more
      }
      Duration now = ahead();
      if (now.minus(ahead).abs().compareTo(NOTHING) >= 0) {
        ahead = now;
        told = List.copyOf(watchers);
      }
      lookAgain();
    } finally {
      lock.unlock();
    }
    told.forEach(Runnable::run);
  }
}
