package io.lappet.internal.fabric;

import io.lappet.internal.seam.Seam;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one lock of a fabric, and the news that something has moved on. Whatever may let a waiting
 * shutdown, join or run go on is followed by a signal.
 */
final class Progress {
  private final Seam seam;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final AtomicInteger taskWatchers = new AtomicInteger();
  private final AtomicInteger messageWatchers = new AtomicInteger();

  Progress(Seam seam) {
    this.seam = seam;
  }

  /** Returns what {@code action} returns, with the lock held. */
  <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** Runs {@code change} with the lock held, and lets everybody look again who waits. */
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets everybody look again who waits. */
  void signal() {
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** From now on somebody wants to know when tasks end. Said before looking at them. */
  void watchTasks() {
    taskWatchers.incrementAndGet();
  }

  void watchTasksNoMore() {
    taskWatchers.decrementAndGet();
  }

  /** A task is over. Said after that can be seen, and at no cost while nobody wants to know. */
  void taskOver() {
    if (taskWatchers.get() > 0) {
      signal();
    }
  }

  /** From now on a shutdown wants to know when messages are done. Said before looking at them. */
  void watchMessages() {
    messageWatchers.incrementAndGet();
  }

  void watchMessagesNoMore() {
    messageWatchers.decrementAndGet();
  }

  /** A message may have been done; as {@link #taskOver}. */
  void messageDone() {
    if (messageWatchers.get() > 0) {
      signal();
    }
  }

  /** Waits until {@code ready}, which is called with the lock held; says whether it was in time. */
  boolean await(BooleanSupplier ready, long deadline) throws InterruptedException {
    lock.lock();
    try {
      return seam.await(lock, moved, ready, deadline);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #await}; an interrupt is kept for afterwards. */
  boolean awaitUninterruptibly(BooleanSupplier ready, long deadline) {
    lock.lock();
    try {
      return seam.awaitUninterruptibly(lock, moved, ready, deadline);
    } finally {
      lock.unlock();
    }
  }

  boolean isHeld() {
    return lock.isHeldByCurrentThread();
  }
}
