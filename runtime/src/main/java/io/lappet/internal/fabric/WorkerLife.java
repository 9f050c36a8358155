package io.lappet.internal.fabric;

import io.lappet.Worker;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The life of a worker: its states, and who may begin a call or must end it. */
public abstract sealed class WorkerLife implements Worker permits WorkerCore {
  /*
   * alive counts what must end before the worker has ended: its threads, or 1 for a timer. While it
   * is 0 the state is resting; otherwise it follows from paused and backingOff.
   *
   * STOP lets no further call begin. FORCE means that the grace has passed: whatever a thread
   * of the worker does, it is interrupted, and what it has in hand is given up. Both are cleared by
   * the next start.
   */
  private static final int PAUSE = 1;
  private static final int STOP = 2;
  private static final int FORCE = 4;
  private static final VarHandle BUSY;
  private static final VarHandle HANDLED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      BUSY = lookup.findVarHandle(Hand.class, "busy", boolean.class);
      HANDLED = lookup.findVarHandle(Hand.class, "handled", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final FabricCore fabric;
  final Seam seam;
  final WorkerSpec spec;
  private final Component component;

  final ReentrantLock lock;
  final Condition changed;
  private final BooleanSupplier hasEnded = this::hasEnded;
  private final List<Hand> hands = new ArrayList<>(); // guarded by lock
  private long handledBefore; // guarded by lock; by threads that have ended
  private State resting = State.NEW; // guarded by lock
  private int alive; // guarded by lock
  private int ending; // guarded by lock; parts that have ended and see to what follows from it
  private int backingOff; // guarded by lock
  private boolean failed; // guarded by lock
  private volatile int orders; // written with lock; 0 is to go on, which each call looks at

  WorkerLife(Component component, WorkerSpec spec) {
    this.component = component;
    this.fabric = component.fabric;
    this.seam = fabric.seam();
    this.spec = spec;
    this.lock = new NamedLock("worker", spec.name());
    this.changed = lock.newCondition();
  }

  /** The kinds of workers in the order in which they are started. */
  enum Kind {
    CONSUMER,
    TIMER,
    DAEMON,
    PRODUCER
  }

  /** One thread of a worker, and what it is just doing. */
  final class Hand extends Job {
    private @Nullable Thread thread; // guarded by lock
    private boolean inCall; // written by its own thread with lock; whether stop() interrupts it
    private boolean interrupted; // guarded by lock; whether stop() or cutShort() has
    private volatile boolean cut; // written with lock; no further call begins

    // Written by its own thread only, so that others see it soon; no order is needed.
    @SuppressWarnings("unused") // through BUSY
    private boolean busy;

    @SuppressWarnings("unused") // through HANDLED
    private long handled;

    private volatile boolean over;

    Hand() {
      super(WorkerLife.this.fabric);
    }

    @Override
    String name() {
      return spec.name();
    }

    @Override
    boolean isAwaited() {
      return kind() != Kind.DAEMON;
    }

    @Override
    Worker worker() {
      return WorkerLife.this;
    }

    @Override
    @Nullable
    LoopCore loop() {
      return spec.loop();
    }

    @Override
    boolean isOver() {
      return over;
    }

    @Override
    boolean isBusy() {
      return (boolean) BUSY.getOpaque(this);
    }

    /** Whether it has something in hand now. Called by its own thread. */
    void setBusy(boolean now) {
      BUSY.setRelease(this, now);
    }

    /** One more call has returned. Called by its own thread. */
    void countHandled() {
      HANDLED.setOpaque(this, handled() + 1);
    }

    long handled() {
      return (long) HANDLED.getOpaque(this);
    }
  }

  // ---- What the kinds of workers differ in

  abstract Kind kind();

  /** How many parts must end before the worker has ended. */
  abstract int parts();

  /** Forgets what counts for one life only. Called with the lock held. */
  abstract void beginAfresh();

  /** Makes everything that may fail to be made. Called after {@link #claim}, with no lock held. */
  abstract void prepare();

  /** Begins to work. */
  abstract void launch();

  /**
   * Ends what waits for its next call; called after STOP was given. Who waits for nothing of ours has
   * nothing to end: its thread is interrupted.
   */
  void wake() {}

  /** How many threads may send at a time. */
  int senders() {
    return parts();
  }

  /** Whether stop() interrupts a call in progress. */
  boolean isInterruptedByStop() {
    return kind() == Kind.PRODUCER || kind() == Kind.DAEMON;
  }

  /** The channel that it takes from. */
  @Nullable
  ChannelCore<?> input() {
    return null;
  }

  /** The channels that it sends to. */
  List<ChannelCore<?>> outputs() {
    return List.of();
  }

  // ---- Calls: who may begin one, and who is interrupted in it

  /**
   * Begins a call unless no further one may begin. A thread that calls again and again stays in the
   * user's code for {@link #stop}, also while it delivers a result: that goes on nevertheless.
   */
  final boolean beginCall(Hand hand) {
    return orders == 0 && hand.inCall || beginCallWithLock(hand);
  }

  private boolean beginCallWithLock(Hand hand) {
    lock.lock();
    try {
      hand.inCall = true;
    } finally {
      lock.unlock();
    }
    return !isForced()
        && !hand.cut
        && (!isStopping() || kind() == Kind.CONSUMER); // what it has in hand
  }

  /** A call has returned. An interrupt does not outlive its call. */
  final void endCall() {
    if (!isForced()) {
      Thread.interrupted();
    }
  }

  /** A call has failed; says whether it was interrupted by us. */
  final boolean leaveCall(Hand hand) {
    lock.lock();
    try {
      hand.inCall = false;
      if (!isForced()) {
        Thread.interrupted();
      }
      return hand.interrupted || isForced();
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the user's code for a while, in which stop() does not interrupt. */
  final void stepOut(Hand hand) {
    lock.lock();
    try {
      hand.inCall = false;
    } finally {
      lock.unlock();
    }
  }

  /** Comes back into the user's code; an interrupt that was held back arrives now. */
  final void stepIn(Hand hand) {
    lock.lock();
    try {
      hand.inCall = true;
      if (isStopping() && isInterruptedByStop()) {
        interrupt(hand);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits while the worker is paused; says whether a call may begin. */
  final boolean awaitTurn() {
    return !givesUp() || awaitEndOfPause();
  }

  private boolean awaitEndOfPause() {
    lock.lock();
    try {
      while (isPaused() && !isStopping()) {
        try {
          seam.await(lock, changed, () -> !isPaused() || isStopping(), Seam.NEVER);
        } catch (InterruptedException e) {
          // looked at again; it does not reach the next call
        }
      }
      return !isStopping();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #awaitTurn}; an interrupt is kept for afterwards. */
  final boolean awaitTurnUninterruptibly() {
    lock.lock();
    try {
      seam.awaitUninterruptibly(lock, changed, () -> !isPaused() || isStopping(), Seam.NEVER);
      return !isStopping();
    } finally {
      lock.unlock();
    }
  }

  /** Whether no message should be taken now. */
  final boolean givesUp() {
    return (orders & (PAUSE | STOP)) != 0;
  }

  /** Lets no further call of {@code hand} begin, and interrupts one in progress. */
  final void cutShort(Hand hand) {
    lock.lock();
    try {
      hand.cut = true;
      changed.signalAll();
      if (hand.inCall) {
        interrupt(hand);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Pauses; says whether {@code hand} goes on afterwards. */
  final boolean backOff(Hand hand, long pause) {
    long deadline = Deadlines.after(seam, pause);
    lock.lock();
    try {
      backingOff++;
      while (!isStopping() && !hand.cut) {
        try {
          if (!seam.await(lock, changed, () -> isStopping() || hand.cut, deadline)) {
            return true;
          }
        } catch (InterruptedException e) {
          // if it was the end of the grace, it was told to stop
        }
      }
      return false;
    } finally {
      backingOff--;
      lock.unlock();
    }
  }

  /** Lets no further call begin, and remembers that a failure was the reason. */
  final void endAsFailed() {
    lock.lock();
    try {
      failed = true;
      orders |= STOP;
    } finally {
      lock.unlock();
    }
  }

  // ---- Life

  /** Makes it alive if it rests in {@code expected}; says whether it did. */
  final boolean claim(State expected) {
    lock.lock();
    try {
      if (alive > 0 || resting != expected || component.isStopped) {
        return false;
      }
      alive = parts();
      orders &= PAUSE;
      failed = false;
      beginAfresh();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes back {@link #claim}. */
  final void unclaim() {
    lock.lock();
    try {
      alive = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    fabric.progress().signal();
  }

  /** Takes back a start whose threads have ended: it is as if it had never been started. */
  final void unstart() {
    lock.lock();
    try {
      if (alive == 0) {
        resting = State.NEW;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Notes that a thread, or a timer, has ended, and draws the consequences. */
  final void oneEnded() {
    lock.lock();
    try {
      alive--;
      ending++;
      if (alive == 0) {
        resting = failed ? State.FAILED : isStopping() ? State.STOPPED : State.DONE;
        orders &= ~PAUSE;
      }
    } finally {
      lock.unlock();
    }
    try {
      fabric.workerEnded();
    } finally {
      lock.lock();
      try {
        ending--;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Whether it has ended, and the channels that end with it are closed: what a join waits for. */
  private boolean hasEnded() {
    lock.lock();
    try {
      return alive == 0 && ending == 0;
    } finally {
      lock.unlock();
    }
  }

  final void attach(Hand hand, Thread thread) {
    lock.lock();
    try {
      hand.thread = thread;
      hands.add(hand);
      if (isForced()) {
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  final void detach(Hand hand) {
    lock.lock();
    try {
      hands.remove(hand);
      handledBefore += hand.handled();
      hand.thread = null;
      hand.over = true;
      if (!isForced()) {
        Thread.interrupted(); // from stop(), after the last call
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      orders |= STOP;
      changed.signalAll();
      if (isInterruptedByStop()) {
        hands.stream().filter(hand -> hand.inCall).forEach(WorkerLife::interrupt);
      }
    } finally {
      lock.unlock();
    }
    wake();
  }

  /** Lets no call begin on a loop, where threads that are told one after the other meet. */
  final void forbid() {
    if (spec.loop() != null) {
      lock.lock();
      try {
        orders |= STOP | FORCE;
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Interrupts every thread, whatever it does, and lets it give up what it has in hand.
   *
   * @return whether one of them had something in hand
   */
  final boolean force() {
    boolean busy;
    lock.lock();
    try {
      orders |= STOP | FORCE;
      changed.signalAll();
      hands.forEach(WorkerLife::interrupt);
      busy = hands.stream().anyMatch(Hand::isBusy);
    } finally {
      lock.unlock();
    }
    wake();
    return busy;
  }

  private static void interrupt(Hand hand) {
    hand.interrupted = true;
    Thread thread = hand.thread;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public void start() {
    if (!fabric.claim(this, State.STOPPED)) {
      throw new IllegalThreadStateException(
          component.isStopped
              ? spec.name() + " belongs to an object that was stopped for good"
              : spec.name() + " is " + state() + "; only a worker that was stopped can be started");
    }
    try {
      prepare();
    } catch (Throwable e) {
      unclaim();
      throw e;
    }
    launch();
  }

  @Override
  public void pause() {
    lock.lock();
    try {
      if (alive > 0 && !isStopping()) {
        orders |= PAUSE;
      }
    } finally {
      lock.unlock();
    }
    wake();
  }

  @Override
  public void resume() {
    lock.lock();
    try {
      orders &= ~PAUSE;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    wake();
  }

  @Override
  public void join() throws InterruptedException {
    join(Seam.NEVER);
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    return join(Deadlines.after(seam, limit));
  }

  private boolean join(long deadline) throws InterruptedException {
    if (Threads.currentWorker().orElse(null) == this) {
      throw new IllegalStateException(spec.name() + " cannot wait for its own end");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    lock.lock();
    try {
      if (alive == 0 && resting == State.NEW) {
        throw new IllegalThreadStateException(spec.name() + " was never started");
      }
      return seam.await(lock, changed, hasEnded, deadline);
    } finally {
      lock.unlock();
    }
  }

  /** Whether a thread of it has something in hand, those of {@code others} left out. */
  final boolean isBusyBut(List<Job> others) {
    lock.lock();
    try {
      return hands.stream().anyMatch(hand -> hand.isBusy() && !others.contains(hand));
    } finally {
      lock.unlock();
    }
  }

  /** How many of its parts have not ended. */
  final int alive() {
    lock.lock();
    try {
      return alive;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public State state() {
    lock.lock();
    try {
      if (alive == 0) {
        return resting;
      }
      if (isPaused()) {
        return State.PAUSED;
      }
      return backingOff > 0 && backingOff == hands.size() ? State.BACKING_OFF : State.RUNNING;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isAlive() {
    lock.lock();
    try {
      return alive > 0;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it has ended for good: it can neither go on nor be started again. */
  final boolean isOver() {
    State state = state();
    return state == State.DONE || state == State.FAILED;
  }

  /** Whether it has never been started. */
  final boolean isNew() {
    return state() == State.NEW;
  }

  @Override
  public boolean isStopping() {
    return (orders & STOP) != 0;
  }

  final boolean isPaused() {
    return (orders & PAUSE) != 0;
  }

  /** Whether the grace has passed, so that nothing may wait any more. */
  final boolean isForced() {
    return (orders & FORCE) != 0;
  }

  @Override
  public long handled() {
    lock.lock();
    try {
      return handledBefore + hands.stream().mapToLong(Hand::handled).sum();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public List<Thread> threads() {
    lock.lock();
    try {
      return hands.stream().map(hand -> hand.thread).toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return spec.name() + " (" + state() + ")";
  }
}
