package io.lappet.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Waiting for threads that take no turns: those that a test makes itself, and the test once its
 * fabric has been given up. They wait as in production but by the clock of the {@link Baton}, and
 * when nothing goes on for too long they say so instead of hanging.
 */
final class Guests {
  private final Baton baton;

  Guests(Baton baton) {
    this.baton = baton;
  }

  /** As {@link io.lappet.internal.seam.Seam#await}. */
  boolean await(ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    try {
      return awaitUnlessInterrupted(changed, ready, deadline);
    } catch (InterruptedException e) {
      // What was waited for may have come while the lock was being taken again.
      if (!ready.getAsBoolean()) {
        throw e;
      }
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean awaitUnlessInterrupted(Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    Patience patience = baton.patience();
    while (!ready.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (baton.nanos() >= deadline) {
        return false;
      }
      changed.awaitNanos(Patience.NAP);
      check(patience);
    }
    return true;
  }

  /** As {@link io.lappet.internal.seam.Seam#lockInterruptibly}. */
  boolean lock(ReentrantLock lock, long deadline) throws InterruptedException {
    Patience patience = baton.patience();
    while (baton.nanos() < deadline) {
      if (lock.tryLock(Patience.NAP, TimeUnit.NANOSECONDS)) {
        return true;
      }
      check(patience);
    }
    return lock.tryLock(0, TimeUnit.NANOSECONDS);
  }

  private static void check(Patience patience) {
    if (patience.isOver()) {
      throw new IllegalStateException(Thread.currentThread().getName()
          + " waits, but the fabric goes on only while the thread that drives it waits. That is"
          + " the first one that used the fabric, or the last one that called advance(..) or"
          + " settle()");
    }
  }
}
