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
 * <p>The entries are a binary heap, and each knows its place in it, so that taking one back does not
 * have to look for it.
 */
final class TimerQueue {
  private final Seam seam;
  private final String threadName;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayList<Entry> heap = new ArrayList<>(); // guarded by lock
  private @Nullable Entry firing; // guarded by lock; taken out, and not yet fired
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
        add(entry);
        if (heap.get(0) == entry) {
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
        Entry head = head();
        long due = head == null ? Seam.NEVER : head.due;
        if (head != null && due <= seam.nanos()) {
          remove(0);
          firing = head;
          return head;
        }
        try {
          seam.await(lock, changed, () -> stopped || head() != head, due);
        } catch (InterruptedException e) {
          // nobody has reason to interrupt this thread; only stop() ends it
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  // ---- The heap: a parent is never due after its children

  private @Nullable Entry head() {
    return heap.isEmpty() ? null : heap.get(0);
  }

  private void add(Entry entry) {
    heap.add(entry);
    rise(heap.size() - 1, entry);
  }

  private void remove(int place) {
    heap.get(place).place = Entry.GONE;
    Entry last = heap.remove(heap.size() - 1);
    if (place < heap.size()) {
      if (place > 0 && last.isBefore(heap.get(parent(place)))) {
        rise(place, last);
      } else {
        sink(place, last);
      }
    }
  }

  private static int parent(int place) {
    return (place - 1) / 2;
  }

  private void rise(int from, Entry entry) {
    int place = from;
    while (place > 0 && entry.isBefore(heap.get(parent(place)))) {
      put(place, heap.get(parent(place)));
      place = parent(place);
    }
    put(place, entry);
  }

  private void sink(int from, Entry entry) {
    int place = from;
    for (int child = 2 * place + 1; child < heap.size(); child = 2 * place + 1) {
      if (child + 1 < heap.size() && heap.get(child + 1).isBefore(heap.get(child))) {
        child++;
      }
      if (!heap.get(child).isBefore(entry)) {
        break;
      }
      put(place, heap.get(child));
      place = child;
    }
    put(place, entry);
  }

  private void put(int place, Entry entry) {
    heap.set(place, entry);
    entry.place = place;
  }

  /** Something that will be fired. */
  final class Entry {
    private static final int GONE = -1;

    private final long due;
    private final long number;
    private final Runnable fire;
    private int place = GONE; // guarded by lock

    private Entry(long due, long number, Runnable fire) {
      this.due = due;
      this.number = number;
      this.fire = fire;
    }

    private boolean isBefore(Entry other) {
      return due < other.due || (due == other.due && number < other.number);
    }

    /** Takes it back; no effect if it has been fired. */
    void cancel() {
      lock.lock();
      try {
        if (place != GONE && !stopped) {
          remove(place); // who waits for it wakes up in vain, once
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
