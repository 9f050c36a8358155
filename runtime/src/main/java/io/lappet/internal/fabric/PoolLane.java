package io.lappet.internal.fabric;

import io.lappet.annotation.ThreadKind;
import io.lappet.internal.channel.Vigil;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A lane with threads of its own, which it starts as it needs them. */
final class PoolLane extends LaneCore {
  /*
   * The queue is made of the tasks themselves. Whoever submits one puts it in front of inbox, with
   * one step and no lock. Threads take from the end of the line, outbox; when that is empty, who
   * holds the lock turns the inbox round and makes it the outbox.
   *
   * free counts the threads that have nothing to do and have not said that they sleep: each of them
   * looks at the queue again before it sleeps, so nobody need be woken while there is one. Who
   * submits puts the task in before it looks at free; who goes to sleep lowers free before its last
   * look at the queue. A thread that takes a task while free, on whom several may have relied, wakes
   * the next one if there is more. One that was told to wake up, or is being started, counts as free
   * already.
   */
  private static final VarHandle INBOX;

  static {
    try {
      INBOX = MethodHandles.lookup().findVarHandle(PoolLane.class, "inbox", TaskCore.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** How many nanoseconds to let pass between two looks of an idle thread that stays awake. */
  private static final long PAUSE = 200;

  private static final int TRIES = 64;

  private final Vigil idle = new Vigil();
  private final int most;
  private final Seam seam;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final AtomicInteger free = new AtomicInteger();
  private final BooleanSupplier news = () -> hasWork() || isClosed();
  private volatile @Nullable TaskCore<?> inbox; // the newest; changed through INBOX
  private volatile @Nullable TaskCore<?> outbox; // the oldest; written with lock
  private final List<TaskCore<?>> strays = new ArrayList<>(); // guarded by lock
  private final List<@Nullable Hand> hands = new ArrayList<>(); // guarded by lock; by number
  private int alive; // guarded by lock
  private int sleepers; // guarded by lock
  private int calls; // guarded by lock; how many of them have been told to wake up

  PoolLane(FabricCore fabric, String name, int most, @Nullable LaneQueue queue) {
    super(fabric, name, queue);
    if (most < 1) {
      throw new IllegalArgumentException("A lane cannot have " + most + " threads: " + name);
    }
    this.most = most;
    this.seam = seam();
  }

  // ---- The queue

  @Override
  boolean hasWork() {
    return inbox != null || outbox != null;
  }

  @Override
  void put(TaskCore<?> task) {
    TaskCore<?> newest;
    do {
      newest = inbox;
      task.next = newest;
    } while (!INBOX.compareAndSet(this, newest, task));
    if (free.get() <= 0) {
      callSomebody();
    }
  }

  @Override
  @Nullable
  TaskCore<?> poll() {
    TaskCore<?> task = take(null);
    if (task != null && hasWork() && free.get() <= 0) {
      callSomebody();
    }
    return task;
  }

  /** Takes out the oldest task that nobody has begun; null if there is none. */
  private @Nullable TaskCore<?> take(@Nullable Hand hand) {
    if (!hasWork()) {
      return null;
    }
    lockSoon();
    try {
      while (true) {
        if (outbox == null) {
          outbox = reversed((TaskCore<?>) INBOX.getAndSet(this, null));
        }
        TaskCore<?> oldest = outbox;
        if (oldest == null) {
          return null;
        }
        outbox = oldest.nextTask();
        oldest.next = null;
        if (oldest.isPending()) {
          if (hand != null) {
            hand.taken = oldest;
          }
          return oldest;
        }
        keepInSight(oldest);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  void dropEnded() {
    lock.lock();
    try {
      if (outbox == null) {
        outbox = reversed((TaskCore<?>) INBOX.getAndSet(this, null));
      }
      for (TaskCore<?> oldest = outbox; oldest != null && oldest.isDone(); oldest = outbox) {
        outbox = oldest.nextTask();
        oldest.next = null;
        keepInSight(oldest);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The lock is held for a moment only, which is shorter than a sleep. */
  private void lockSoon() {
    for (int i = 0; i < TRIES; i++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  private static @Nullable TaskCore<?> reversed(@Nullable TaskCore<?> newest) {
    TaskCore<?> result = null;
    for (TaskCore<?> one = newest; one != null; ) {
      TaskCore<?> following = one.nextTask();
      one.next = result;
      result = one;
      one = following;
    }
    return result;
  }

  /** Remembers a task that is out of the queue and run by another thread than ours. */
  private void keepInSight(TaskCore<?> task) {
    assert lock.isHeldByCurrentThread();
    strays.removeIf(TaskCore::isQuiet);
    if (task.isRunning()) {
      strays.add(task);
    }
  }

  @Override
  void listTasks(List<TaskCore<?>> all) {
    List<TaskCore<?>> known = new ArrayList<>();
    lock.lock();
    try {
      for (Hand hand : hands) {
        if (hand != null) {
          known.addAll(hand.tasks());
          if (hand.taken != null) {
            known.add(hand.taken);
          }
        }
      }
      known.addAll(strays);
      for (TaskCore<?> one = outbox; one != null; one = one.nextTask()) {
        known.add(one);
      }
      int old = known.size();
      for (TaskCore<?> one = inbox; one != null; one = one.nextTask()) {
        known.add(old, one);
      }
    } finally {
      lock.unlock();
    }
    known.stream().filter(task -> !task.isQuiet()).distinct().forEach(all::add);
  }

  // ---- The threads

  /** Wakes a thread, or starts one, unless all are at work or one has nothing to do anyway. */
  private void callSomebody() {
    Hand beginner;
    lock.lock();
    try {
      if (free.get() > 0 || !hasWork()) {
        return; // who was about to sleep has seen it, or taken it already
      }
      if (sleepers > calls) {
        calls++;
        free.incrementAndGet();
        called.signal();
        return;
      }
      if (alive == most) {
        return;
      }
      beginner = hire();
    } finally {
      lock.unlock();
    }
    start(beginner);
  }

  private Hand hire() {
    assert lock.isHeldByCurrentThread();
    int place = hands.indexOf(null);
    Hand hand = new Hand(place < 0 ? hands.size() : place);
    if (place < 0) {
      hands.add(hand);
    } else {
      hands.set(place, hand);
    }
    alive++;
    free.incrementAndGet();
    return hand;
  }

  private void start(Hand hand) {
    try {
      fabric().crew().spawn(fabric().crew().newTaskThread(hand.name, ThreadKind.PLATFORM, hand));
    } catch (Throwable e) {
      if (dismiss(hand)) {
        failAll(e); // nobody is left who would run them
      }
    }
  }

  /** Forgets a thread that counts as free; says whether no other is left. */
  private boolean dismiss(Hand hand) {
    lock.lock();
    try {
      hands.set(hand.place, null);
      alive--;
      free.decrementAndGet();
      return alive == 0;
    } finally {
      lock.unlock();
    }
  }

  private void failAll(Throwable failure) {
    List<TaskCore<?>> left = new ArrayList<>();
    listTasks(left);
    left.forEach(task -> task.refuse(failure));
  }

  @Override
  void onClosed() {
    lock.lock();
    try {
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  long poolThreads() {
    lock.lock();
    try {
      return alive;
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean isOver() {
    lock.lock();
    try {
      return isClosed() && alive == 0 && present() <= 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  void listThreads(BiConsumer<Thread, Job> all) {
    lock.lock();
    try {
      for (Hand hand : hands) {
        if (hand != null) {
          Thread thread = hand.thread;
          if (thread != null) {
            all.accept(thread, hand);
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** One thread of the lane. */
  private final class Hand extends Job implements Runnable {
    private final int place;
    private final String name;
    private boolean isFree = true; // of its own thread; whether it counts as such
    private volatile @Nullable Thread thread; // while it may be in user code
    private @Nullable TaskCore<?> taken; // written with lock, or by its own thread to null

    Hand(int place) {
      super(PoolLane.this.fabric());
      this.place = place;
      this.name = PoolLane.this.name() + "-" + (place + 1);
    }

    @Override
    public void run() {
      Thread me = Thread.currentThread();
      boolean dismissed = false;
      seam.begin();
      try {
        Threads.enter(this);
        fabric.crew().begins(name);
        for (TaskCore<?> task = next(); task != null; task = next()) {
          number = fabric.crew().nextNumber();
          thread = me;
          if (!perform(task, this)) {
            missed(task);
          }
          thread = null;
          taken = null;
        }
        dismissed = true;
      } finally {
        thread = null;
        if (!dismissed) {
          becomeFree();
          dismiss(this);
        }
        fabric.progress().signal();
        fabric.crew().ends(name);
        Threads.leave();
        seam.end();
      }
    }

    /** Somebody else has begun the task, or ended it, since it was taken out. */
    private void missed(TaskCore<?> task) {
      lock.lock();
      try {
        keepInSight(task);
      } finally {
        lock.unlock();
      }
    }

    /** Waits for the next task; null when there will be none. */
    private @Nullable TaskCore<?> next() {
      TaskCore<?> task = isFree ? null : take(this);
      if (task != null) {
        return task;
      }
      becomeFree();
      while (true) {
        task = take(this);
        if (task != null) {
          becomeBusy();
          return task;
        }
        if (isClosed() && leave()) {
          return null;
        }
        if (!idle.keep(seam, news, PAUSE)) {
          sleep();
        }
      }
    }

    private void becomeFree() {
      if (!isFree) {
        isFree = true;
        free.incrementAndGet();
      }
    }

    private void becomeBusy() {
      if (isFree) {
        isFree = false;
        if (free.decrementAndGet() <= 0 && hasWork()) {
          callSomebody();
        }
      }
    }

    /** Goes for good, unless something has come. */
    private boolean leave() {
      lock.lock();
      try {
        if (hasWork()) {
          return false;
        }
        dismiss(this);
        return true;
      } finally {
        lock.unlock();
      }
    }

    private void sleep() {
      lock.lock();
      try {
        sleepers++;
        free.decrementAndGet();
        awaitCall();
        sleepers--;
        if (calls > 0) {
          calls--;
        } else {
          free.incrementAndGet();
        }
      } finally {
        lock.unlock();
      }
    }

    private void awaitCall() {
      while (true) {
        try {
          seam.await(lock, called, () -> calls > 0 || news.getAsBoolean(), Seam.NEVER);
          return;
        } catch (InterruptedException e) {
          // not for us: nobody interrupts a thread between two tasks
        }
      }
    }

    @Override
    void bodyEnded() {
      if (isOutermost()) {
        thread = null;
        if (!hasWork()) {
          becomeFree(); // so that who waits for the task and submits the next needs no other thread
        }
      }
    }

    @Override
    void callbacksBegin() {
      becomeBusy();
    }

    @Override
    String name() {
      return name;
    }

    @Override
    boolean isOfPool() {
      return true;
    }

    @Override
    boolean isOver() {
      return tasks().stream().allMatch(TaskCore::isQuiet);
    }
  }
}
