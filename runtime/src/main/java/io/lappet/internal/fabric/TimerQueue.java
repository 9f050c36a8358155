package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fires what is due, in the order of due times and, among equals, of places. One thread of its own
 * waits for the time.
 *
 * <p>What is due soon is sorted, in a heap; what is due later waits in a wheel until its time is near.
 * Most of it is taken back before that, so to take something back is to say so: it stays where it is
 * until its time comes, or until half of all has been taken back and a moment has passed, and then is
 * forgotten.
 */
final class TimerQueue {
  /** Who waits for no longer than that wants to be on time. */
  private static final long SOON = 2_000_000;

  /** What part of such a wait its end may be watched for awake. */
  private static final int WATCHED_PART = 20;

  /** How many nanoseconds to let pass between two looks of a thread that stays awake. */
  private static final long PAUSE = 500;

  /** How long to wait for the end of what should return at once. */
  private static final long PATIENCE = 1_000_000_000;

  /** How many have to be taken back before it is worth a count of how many there are. */
  private static final int MANY = 1024;

  /**
   * How long to wait then before they are thrown out: who takes back many does so in a row, and would
   * be held up by somebody who looks at the same ones.
   */
  private static final long ROW = 100_000_000;

  private static final Comparator<Due> FIRST =
      Comparator.comparingLong(Due::due).thenComparingLong(Due::place);

  private final Seam seam;
  private final String threadName;
  private int takenBack; // since all were looked at; a hint, so a race may lose some
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition fired = lock.newCondition();
  private final PriorityQueue<Due> heap =
      new PriorityQueue<>(FIRST); // guarded by lock; always due before the wheel
  private final TimerWheel wheel = new TimerWheel(); // guarded by lock
  private @Nullable Due firing; // guarded by lock; taken out, and not yet fired
  private long awaited = Long.MIN_VALUE; // guarded by lock; what the thread waits for, if it waits
  private volatile boolean disturbed; // written with lock; there is something to do before that
  private long places; // guarded by lock; that were given
  private long tidyAt = Seam.NEVER; // guarded by lock; when to throw out what was taken back
  private boolean started; // guarded by lock
  private boolean stopped; // guarded by lock

  /** Something that has a time. There may be very many. */
  interface Due {
    /** When. Stays, as long as it is in the queue. */
    long due();

    /** Its place among equals. Stays, as long as it is in the queue. */
    long place();

    /** Offers it the last place so far, when it is taken in. Who has one of its own declines. */
    void place(long last);

    /** Whether it was taken back. If so it stays so. */
    boolean isTakenBack();

    /** Its time has come. Must return at once, and never is user code. */
    void fire();
  }

  TimerQueue(Seam seam, String threadName) {
    this.seam = seam;
    this.threadName = threadName;
  }

  /** A place in the order among equals, after all that there are. */
  long nextPlace() {
    lock.lock();
    try {
      return places++;
    } finally {
      lock.unlock();
    }
  }

  /** Lets {@code fire} be called once the clock shows {@code due}. */
  Entry schedule(long due, Runnable fire) {
    Entry entry = new Entry(due, fire);
    add(entry);
    return entry;
  }

  /** Takes it in; it must not be in here. Who takes it back says so by {@link #tookBack}. */
  void add(Due entry) {
    lock.lock();
    try {
      if (stopped) {
        return;
      }
      entry.place(places++);
      if (!wheel.add(entry)) {
        heap.add(entry);
      }
      if (entry.due() < awaited) {
        awaited = entry.due();
        disturb();
      }
      if (!started) {
        started = true;
        startDispatcher();
      }
    } finally {
      lock.unlock();
    }
  }

  /** One that is in here was taken back. */
  void tookBack() {
    if (++takenBack % MANY != 0) {
      return;
    }
    lock.lock();
    try {
      if (takenBack >= size() / 2) {
        tidyAt = Math.min(tidyAt, Deadlines.after(seam, ROW));
        disturb();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many are in here, with those that were taken back and are not yet forgotten. */
  int size() {
    lock.lock();
    try {
      return heap.size() + wheel.size();
    } finally {
      lock.unlock();
    }
  }

  private void tidy() {
    assert lock.isHeldByCurrentThread();
    tidyAt = Seam.NEVER;
    takenBack = 0;
    heap.removeIf(Due::isTakenBack);
    wheel.removeIf(Due::isTakenBack);
  }

  /** Ends the wait of the thread. */
  private void disturb() {
    assert lock.isHeldByCurrentThread();
    disturbed = true;
    changed.signal();
  }

  /** What waits for its time and is of this type, in no order. */
  <F> List<F> waiting(Class<F> type) {
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

  private static <F> void addIf(Class<F> type, Due due, List<F> all) {
    Object what = due instanceof Entry entry ? entry.fire : due;
    if (type.isInstance(what)) {
      all.add(type.cast(what));
    }
  }

  /**
   * Forgets everything and ends the thread. What is just being fired is over then, unless it hands its
   * work to somebody who holds it up.
   */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      heap.clear();
      wheel.clear();
      changed.signal();
      if (firing != null) {
        seam.awaitUninterruptibly(
            lock, fired, () -> firing == null, Deadlines.after(seam, PATIENCE));
      }
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
      for (Due due = next(); due != null; due = next()) {
        try {
          due.fire();
        } finally {
          over();
        }
      }
    } finally {
      seam.end();
    }
  }

  private void over() {
    lock.lock();
    try {
      firing = null;
      if (stopped) {
        fired.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next one that is due and takes it out; null when stopped. */
  private @Nullable Due next() {
    lock.lock();
    try {
      while (!stopped) {
        long now = seam.nanos();
        if (tidyAt <= now) {
          tidy();
        }
        wheel.advance(now, heap::add);
        Due head = heap.peek();
        if (head == null) {
          waitFor(wheel.earliest(), now);
        } else if (head.isTakenBack()) {
          heap.remove();
          if (size() < MANY) {
            tidyAt = now; // to look at so few costs less than to wake up in vain again
          }
        } else if (head.due() <= now) {
          firing = heap.remove();
          return head;
        } else {
          waitFor(head.due(), now);
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something is due, or until there is something to do before. */
  private void waitFor(long next, long now) {
    assert lock.isHeldByCurrentThread();
    long due = Math.min(next, tidyAt);
    boolean isSoon = due - now <= SOON;
    long awake = isSoon ? Math.min(seam.waitsAreLateBy(), (due - now) / WATCHED_PART) : 0;
    awaited = due;
    disturbed = false;
    try {
      boolean woken = seam.await(lock, changed, () -> stopped || disturbed, due - awake);
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
      seam.linger(() -> disturbed || seam.nanos() >= due, looks, PAUSE);
    } finally {
      lock.lock();
    }
  }

  /** Something that will be called. */
  final class Entry implements Due {
    private final long due;
    private long place; // set by the queue
    private volatile @Nullable Runnable fire; // null if taken back

    private Entry(long due, Runnable fire) {
      this.due = due;
      this.fire = fire;
    }

    @Override
    public long due() {
      return due;
    }

    @Override
    public long place() {
      return place;
    }

    @Override
    public void place(long given) {
      place = given;
    }

    @Override
    public boolean isTakenBack() {
      return fire == null;
    }

    @Override
    public void fire() {
      Runnable called = fire;
      if (called != null) {
        called.run();
      }
    }

    /** Takes it back; no effect if it has been fired. */
    void cancel() {
      if (fire != null) {
        fire = null;
        tookBack(); // who waits for it wakes up in vain, once
      }
    }
  }
}
