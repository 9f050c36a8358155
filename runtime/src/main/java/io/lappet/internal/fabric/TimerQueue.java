package io.lappet.internal.fabric;

import io.lappet.internal.seam.Seam;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fires what is due, in the order of due times and, among equals, of scheduling. One thread of its
 * own waits for the time; what it fires must return at once and never is user code.
 */
final class TimerQueue {
  private final Seam seam;
  private final String threadName;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Entry> entries = new PriorityQueue<>(
      Comparator.comparingLong((Entry e) -> e.due).thenComparingLong(e -> e.number));
  private long number; // guarded by lock
  private boolean started; // guarded by lock
  private boolean stopped; // guarded by lock

  TimerQueue(Seam seam, String threadName) {
    this.seam = seam;
    this.threadName = threadName;
  }

  /** Lets {@code fire} be called once the clock shows {@code due}. */
  Entry schedule(long due, Runnable fire) {
    lock.lock();
    try {
      Entry entry = new Entry(due, number++, fire);
      if (!stopped) {
        entries.add(entry);
        changed.signal();
        if (!started) {
          started = true;
          startDispatcher();
        }
      }
      return entry;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything and ends the thread. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      entries.clear();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void startDispatcher() {
    Thread dispatcher = new Thread(null, this::dispatch, threadName, 0, false);
    dispatcher.setDaemon(true);
    seam.spawn(dispatcher);
  }

  private void dispatch() {
    seam.begin();
    try {
      for (Entry due = next(); due != null; due = next()) {
        due.fire.run();
      }
    } finally {
      seam.end();
    }
  }

  /** Waits for the next entry that is due and takes it out; null when stopped. */
  private @Nullable Entry next() {
    lock.lock();
    try {
      while (!stopped) {
        Entry head = entries.peek();
        long due = head == null ? Seam.NEVER : head.due;
        if (head != null && due <= seam.nanos()) {
          return entries.poll();
        }
        try {
          seam.await(lock, changed, () -> stopped || entries.peek() != head, due);
        } catch (InterruptedException e) {
          // nobody has reason to interrupt this thread; only stop() ends it
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Something that will be fired. */
  final class Entry {
    private final long due;
    private final long number;
    private final Runnable fire;

    private Entry(long due, long number, Runnable fire) {
      this.due = due;
      this.number = number;
      this.fire = fire;
    }

    /** Takes it back; no effect if it has been fired. */
    void cancel() {
      lock.lock();
      try {
        entries.remove(this);
        changed.signal();
      } finally {
        lock.unlock();
      }
    }
  }
}
