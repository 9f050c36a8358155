package io.lappet.internal.fabric;

import io.lappet.internal.seam.Seam;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fires what is due, in the order of due times and, among equals, of scheduling. One thread of its
 * own waits for the time; what it fires must return at once and never is user code.
 *
 * <p>What is due soon is sorted, in a heap; what is due later waits in a wheel until its time is near.
 */
final class TimerQueue {
  /** Who waits for no longer than that wants to be on time. */
  private static final long SOON = 2_000_000;

  /** What part of such a wait its end may be watched for awake. */
  private static final int WATCHED_PART = 20;

  /** How many nanoseconds to let pass between two looks of a thread that stays awake. */
  private static final long PAUSE = 500;

  private final Seam seam;
  private final String threadName;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TimerHeap heap = new TimerHeap(); // guarded by lock; always due before the wheel
  private final TimerWheel wheel = new TimerWheel(); // guarded by lock
  private @Nullable Entry firing; // guarded by lock; taken out, and not yet fired
  private long awaited = Long.MIN_VALUE; // guarded by lock; what the thread waits for, if it waits
  private volatile boolean earlier; // written with lock; something is due before that
  private long number; // guarded by lock
  private boolean started; // guarded by lock
  private boolean stopped; // guarded by lock

  TimerQueue(Seam seam, String threadName) {
    this.seam = seam;
    this.threadName = threadName;
  }

  /** A place in the order among equals, after all that there are. */
  long nextNumber() {
    lock.lock();
    try {
      return number++;
    } finally {
      lock.unlock();
    }
  }

  /** Lets {@code fire} be called once the clock shows {@code due}. */
  Entry schedule(long due, Runnable fire) {
    lock.lock();
    try {
      return schedule(due, number++, fire);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #schedule(long, Runnable)}, in a place of its own among equals. */
  Entry schedule(long due, long place, Runnable fire) {
    lock.lock();
    try {
      Entry entry = new Entry(due, place, fire);
      if (!stopped) {
        if (!wheel.add(entry)) {
          heap.add(entry);
        }
        if (due < awaited) {
          awaited = due;
          earlier = true;
          changed.signal();
        }
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

  /** What waits for its time and is of this type, in no order. */
  <F extends Runnable> List<F> waiting(Class<F> type) {
    List<F> waiting = new ArrayList<>();
    lock.lock();
    try {
      heap.forEach(entry -> addIf(type, entry, waiting));
      wheel.forEach(entry -> addIf(type, entry, waiting));
      if (firing != null) {
        addIf(type, firing, waiting);
      }
    } finally {
      lock.unlock();
    }
    return waiting;
  }

  private static <F extends Runnable> void addIf(Class<F> type, Entry entry, List<F> all) {
    if (type.isInstance(entry.fire)) {
      all.add(type.cast(entry.fire));
    }
  }

  /** Forgets everything and ends the thread. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      heap.clear();
      wheel.clear();
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
      firing = null;
      while (!stopped) {
        long now = seam.nanos();
        wheel.advance(now, heap::add);
        Entry head = heap.head();
        if (head != null && head.due <= now) {
          heap.remove(head);
          firing = head;
          return head;
        }
        waitFor(head == null ? wheel.earliest() : head.due, now);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until {@code due}, or until something is due before. */
  private void waitFor(long due, long now) {
    assert lock.isHeldByCurrentThread();
    boolean isSoon = due - now <= SOON;
    long awake = isSoon ? Math.min(seam.waitsAreLateBy(), (due - now) / WATCHED_PART) : 0;
    awaited = due;
    earlier = false;
    try {
      boolean woken = seam.await(lock, changed, () -> stopped || earlier, due - awake);
      if (!woken && awake > 0) {
        lingerUntil(due, awake);
      }
    } catch (InterruptedException e) {
      // nobody has reason to interrupt this thread; only stop() ends it
    } finally {
      awaited = Long.MIN_VALUE;
    }
  }

  private void lingerUntil(long due, long awake) {
    lock.unlock();
    try {
      int looks = (int) (2 * awake / PAUSE) + 1;
      seam.linger(() -> earlier || seam.nanos() >= due, looks, PAUSE);
    } finally {
      lock.lock();
    }
  }

  /** Something that will be fired. There may be very many. */
  final class Entry {
    static final int GONE = -1;

    /** From here on downwards: in the wheel, and where. From 0 upwards: in the heap. */
    static final int IN_WHEEL = -2;

    final long due;
    private final long number;
    private final Runnable fire;

    // Of the heap and the wheel; guarded by lock.
    int place = GONE;

    @Nullable
    Entry before;

    @Nullable
    Entry after;

    private Entry(long due, long number, Runnable fire) {
      this.due = due;
      this.number = number;
      this.fire = fire;
    }

    boolean isBefore(Entry other) {
      return due < other.due || (due == other.due && number < other.number);
    }

    /** Takes it back; no effect if it has been fired. */
    void cancel() {
      lock.lock();
      try {
        if (place == GONE || stopped) {
          return;
        }
        if (TimerWheel.has(this)) {
          wheel.remove(this);
        } else {
          heap.remove(this);
        }
      } finally {
        lock.unlock(); // who waits for it wakes up in vain, once
      }
    }
  }
}
