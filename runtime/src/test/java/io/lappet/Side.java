package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;

/**
 * Another thread of a test. What it returns or throws is asked for by the test, which joins it
 * thereby.
 */
final class Side<T> {
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Thread thread;
  private volatile T result;
  private volatile Throwable failure;

  private Side(Callable<T> body) {
    thread = new Thread(() -> {
      try {
        result = body.call();
      } catch (Throwable e) {
        failure = e;
      }
    });
    thread.setDaemon(true);
    thread.start();
  }

  static Side<Void> run(Body body) {
    return call(() -> {
      body.run();
      return null;
    });
  }

  static <T> Side<T> call(Callable<T> body) {
    return new Side<>(body);
  }

  Thread thread() {
    return thread;
  }

  Side<T> interrupt() {
    thread.interrupt();
    return this;
  }

  /** Returns what the body returned; fails if it threw. */
  T result() {
    join();
    if (failure != null) {
      throw new AssertionError("The other thread threw " + failure, failure);
    }
    return result;
  }

  /** Returns what the body threw; fails if it returned. */
  Throwable failure() {
    join();
    assertThat(failure).as("what the other thread threw").isNotNull();
    return failure;
  }

  private void join() {
    try {
      TimeUnit.SECONDS.timedJoin(thread, Eventually.PATIENCE.toSeconds());
    } catch (InterruptedException e) {
      throw new AssertionError("The test was interrupted", e);
    }
    assertThat(thread.isAlive()).as("%s has not ended", thread).isFalse();
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  /** Waits until the thread waits, and sees it not move for 100 ms. */
  Side<T> blocked() {
    parked();
    try {
      thread.join(MOMENT.toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError("The test was interrupted", e);
    }
    assertThat(thread.isAlive()).as("still blocked").isTrue();
    return this;
  }

  /**
   * Waits until the thread waits: for something to happen, or for a lock that is not given back
   * within 100 ms. That tells the locks of users from those that the runtime holds for a moment,
   * for which threads may queue on their way.
   */
  Side<T> parked() {
    AtomicReference<Object> lock = new AtomicReference<>();
    AtomicLong since = new AtomicLong();
    Eventually.until(() -> {
      assertThat(thread.isAlive())
          .as("alive, result %s, failure %s", result, failure)
          .isTrue();
      Object blocker = LockSupport.getBlocker(thread);
      if (!isWaiting() || lock.getAndSet(blocker) != blocker) {
        since.set(System.nanoTime());
      }
      return isWaiting()
          && (!(blocker instanceof AbstractOwnableSynchronizer)
              || System.nanoTime() - since.get() > MOMENT.toNanos());
    });
    return this;
  }

  private boolean isWaiting() {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
