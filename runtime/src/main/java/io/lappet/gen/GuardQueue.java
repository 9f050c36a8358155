package io.lappet.gen;

import io.lappet.internal.seam.Seam;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait inside a lock until their guard is true. Nobody ever signals: whoever is about to
 * give the lock up looks at the guards, in order of arrival, and admits the first that is true.
 */
final class GuardQueue {
  /*
   * All fields are guarded by lock. A waiter is in the queue from its first wait until it enters or
   * gives up. At most one is admitted at a time: it is going to wake and take the lock, and when it
   * leaves the lock again, or finds that somebody was faster, it looks after the others. So as long
   * as somebody is admitted nobody else need be.
   */
  private final Seam seam;
  private final ReentrantLock lock;
  private final ArrayDeque<Waiter> queue = new ArrayDeque<>();
  private @Nullable Waiter admitted;

  GuardQueue(Seam seam, ReentrantLock lock) {
    this.seam = seam;
    this.lock = lock;
  }

  private static final class Waiter {
    private final BooleanSupplier guard;
    private final Condition changed;

    Waiter(BooleanSupplier guard, Condition changed) {
      this.guard = guard;
      this.changed = changed;
    }
  }

  /**
   * Waits until {@code guard} is true. Call it with the lock held once; it is held afterwards,
   * however it ends.
   *
   * @return whether it was true; if not, the deadline has passed
   */
  boolean await(BooleanSupplier guard, long deadline) throws InterruptedException {
    Waiter self = new Waiter(guard, lock.newCondition());
    BooleanSupplier isAdmitted = () -> admitted == self;
    queue.addLast(self);
    try {
      while (true) {
        boolean inTime = seam.await(lock, self.changed, isAdmitted, deadline);
        if (guard.getAsBoolean()) {
          return true;
        }
        if (!inTime) {
          return false;
        }
        admitted = null; // somebody was faster
        admitNext();
      }
    } finally {
      queue.remove(self);
      if (admitted == self) {
        admitted = null;
      }
    }
  }

  /** Admits the first whose guard is true. Call it with the lock held, before giving it up. */
  void admitNext() {
    assert lock.isHeldByCurrentThread();
    if (admitted != null) {
      return;
    }
    BooleanSupplier lastFalse = null;
    for (Iterator<Waiter> waiters = queue.iterator(); waiters.hasNext(); ) {
      Waiter waiter = waiters.next();
      if (waiter.guard != lastFalse) {
        if (isTrueOrFails(waiter.guard)) {
          admitted = waiter;
          waiter.changed.signal();
          return;
        }
        lastFalse = waiter.guard;
      }
    }
  }

  /** A guard that throws must throw in the one who waits for it, not in the one who leaves. */
  private static boolean isTrueOrFails(BooleanSupplier guard) {
    try {
      return guard.getAsBoolean();
    } catch (Throwable e) {
      return true; // it will throw again where it belongs
    }
  }
}
