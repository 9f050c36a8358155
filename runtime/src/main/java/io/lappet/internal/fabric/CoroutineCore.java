package io.lappet.internal.fabric;

import io.lappet.Coroutine;
import io.lappet.Failure;
import io.lappet.TaskFailedException;
import io.lappet.WaitInterruptedException;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.context.Context;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body on a thread of its own, which takes turns with whoever resumes it.
 *
 * @param <I> what is sent in
 * @param <O> what comes out
 */
final class CoroutineCore<I extends @Nullable Object, O extends @Nullable Object>
    implements Coroutine<I, O> {
  /*
   * NEW -> RUNNING <-> SUSPENDED;  RUNNING -> ENDED;  NEW -> ENDED, by close or raise
   *
   * asked is true while somebody is in resume or the like, and so waits while RUNNING. Only after an
   * interrupt of that wait, and when it is closed, the body is RUNNING with nobody asking.
   *
   * untaken is true from when the body gives something, in SUSPENDED or ENDED, until somebody takes
   * it, and false in NEW. cancellation is not null once it is closed; from then on the body does not
   * get beyond a suspension, and only who asks already may still get its last result or failure, or
   * who closes its failure.
   */
  private enum State {
    NEW,
    SUSPENDED,
    RUNNING,
    ENDED
  }

  /** How often a body that was closed may catch that and suspend again. */
  private static final int PATIENCE = 100;

  private final FabricCore fabric;
  private final Seam seam;
  private final String name;
  private final @Nullable Context context;
  private final ReentrantLock lock;
  private final Condition given; // the body has given something
  private final Condition resumed;
  private final BooleanSupplier hasGiven = this::hasGiven;
  private final BooleanSupplier isResumed = this::isResumed;
  private final BooleanSupplier hasEnded = this::hasEnded;
  private final Stand outside = new Stand();
  private final Stand inside = new Stand();
  private volatile State state = State.NEW; // written with lock
  private @Nullable Routine<I, O> routine; // guarded by lock; null once the body has begun
  private @Nullable Thread thread; // guarded by lock; null before it is made, and in ENDED
  private boolean asked; // guarded by lock
  private volatile @Nullable Job asker; // written with lock; what the thread is for that asks
  private int closers; // guarded by lock; how many wait in close
  private @Nullable I input; // guarded by lock
  private @Nullable Throwable raised; // guarded by lock; not null if that is to be thrown instead
  private boolean untaken; // guarded by lock
  private @Nullable O output; // guarded by lock
  private @Nullable Throwable failure; // guarded by lock; not null if that came out instead
  private @Nullable CancellationException cancellation; // guarded by lock
  private int refusals; // guarded by lock; how many suspensions were refused after it was closed

  CoroutineCore(FabricCore fabric, String name, Routine<I, O> routine) {
    this.fabric = fabric;
    this.seam = fabric.seam();
    this.name = name;
    this.routine = routine;
    this.context = fabric.contexts().capture();
    this.lock = new NamedLock("body of", name);
    this.given = lock.newCondition();
    this.resumed = lock.newCondition();
  }

  /** What the thread of the body is there for. */
  final class Part extends Job {
    private Part() {
      super(CoroutineCore.this.fabric);
    }

    @Override
    String name() {
      return name;
    }

    @Override
    boolean isBusy() {
      return false;
    }

    @Override
    boolean isSuspended() {
      return state == State.SUSPENDED;
    }

    @Override
    @Nullable
    Job onBehalfOf() {
      return asker;
    }

    CoroutineCore<I, O> coroutine() {
      return CoroutineCore.this;
    }
  }

  /** Throws what passes a body that catches everything else, so that it ends. */
  private static final class Enough extends Error {
    private static final long serialVersionUID = 1;

    Enough(String message) {
      super(message, null, false, false);
    }
  }

  String name() {
    return name;
  }

  private boolean hasGiven() {
    return state != State.RUNNING;
  }

  private boolean isResumed() {
    return state == State.RUNNING;
  }

  private boolean hasEnded() {
    return state == State.ENDED;
  }

  // ---- Outside: who asks

  @Override
  public O resume(I value) {
    return proceed(value, null);
  }

  @Override
  public O raise(Throwable failure) {
    return proceed(null, Objects.requireNonNull(failure, "failure"));
  }

  private O proceed(@Nullable I value, @Nullable Throwable toRaise) {
    lock.lock();
    try {
      beginToAsk();
      try {
        if (isSpent()) {
          throw new IllegalStateException(
              name + (cancellation == null ? " has ended" : " was closed"));
        }
        if (!untaken) {
          advance(value, toRaise);
        }
        return take();
      } finally {
        ceaseToAsk();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs the body to its next suspension unless a value is still to be taken.
   *
   * @return false if it has ended
   */
  boolean hasNext() {
    lock.lock();
    try {
      return findNext();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #hasNext}, and takes the value. */
  O next() {
    lock.lock();
    try {
      if (!findNext()) {
        throw new NoSuchElementException(name + " has ended");
      }
      return take();
    } finally {
      lock.unlock();
    }
  }

  private boolean findNext() {
    beginToAsk();
    try {
      if (!untaken && !isSpent()) {
        advance(null, null);
      }
      if (state == State.ENDED && untaken) {
        take(); // throws its failure
      }
      return untaken;
    } finally {
      ceaseToAsk();
    }
  }

  @Override
  public boolean isDone() {
    lock.lock();
    try {
      return isSpent();
    } finally {
      lock.unlock();
    }
  }

  private boolean isSpent() {
    return cancellation != null || (state == State.ENDED && !untaken);
  }

  private void beginToAsk() {
    requireOutside();
    if (asked) {
      throw new IllegalStateException(name + " is running, resumed by another thread");
    }
    asked = true;
    asker = Threads.currentJob();
  }

  private void ceaseToAsk() {
    asked = false;
    asker = null;
  }

  /** Refuses the body, and those whom it has resumed: who waits for them cannot go on. */
  private void requireOutside() {
    for (Job job = Threads.currentJob(); job != null; job = job.onBehalfOf()) {
      if (job instanceof CoroutineCore<?, ?>.Part part && part.coroutine() == this) {
        throw new IllegalStateException(
            name + " is running, and cannot be resumed or closed from inside");
      }
    }
  }

  /** Lets the body run, unless it does so already, and waits for what it gives. */
  private void advance(@Nullable I value, @Nullable Throwable toRaise) {
    if (state == State.NEW && toRaise != null) {
      giveLast(null, toRaise);
      return;
    }
    if (state != State.RUNNING) {
      input = value;
      raised = toRaise;
      if (state == State.NEW) {
        begin();
      } else {
        turnTo(State.RUNNING, resumed);
      }
    }
    try {
      outside.await(given, hasGiven);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("The wait for " + name + " was interrupted", e);
    }
  }

  @SuppressWarnings("NullAway") // what comes out may be null; O says so to the caller
  private O take() {
    if (!untaken) {
      throw Objects.requireNonNull(cancellation); // it was closed by another thread
    }
    O value = output;
    Throwable thrown = failure;
    forget();
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw new TaskFailedException(name + " failed: " + thrown, thrown);
    }
    return value;
  }

  private void forget() {
    untaken = false;
    output = null;
    failure = null;
  }

  private void turnTo(State next, Condition changed) {
    assert lock.isHeldByCurrentThread();
    state = next;
    changed.signalAll();
  }

  /** Starts the thread, with the lock given up: a factory of the user may make it. */
  private void begin() {
    state = State.RUNNING;
    boolean begun = false;
    lock.unlock();
    try {
      fabric.coroutines().begin(this, new Part());
      begun = true;
    } finally {
      lock.lock();
      if (!begun) {
        input = null;
        thread = null;
        turnTo(cancellation == null ? State.NEW : State.ENDED, given);
      }
    }
  }

  /** Remembers its thread, which is about to be started. */
  void runBy(Thread thread) {
    lock.lock();
    try {
      this.thread = thread;
    } finally {
      lock.unlock();
    }
  }

  // ---- Closing

  @Override
  public void close() {
    lock.lock();
    try {
      requireOutside();
      unwind();
      closers++;
      try {
        awaitEnd();
      } finally {
        closers--;
      }
      if (!asked) {
        if (failure != null) {
          take();
        }
        forget();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the body, when it is at its next suspension, and does not wait for that. */
  void cancel() {
    lock.lock();
    try {
      unwind();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #cancel}, and interrupts the body if it runs. */
  void abandon() {
    lock.lock();
    try {
      interrupt();
      unwind();
    } finally {
      lock.unlock();
    }
  }

  private void interrupt() {
    if (state == State.RUNNING && thread != null) {
      thread.interrupt();
    }
  }

  private void unwind() {
    if (state == State.ENDED || cancellation != null) {
      return;
    }
    cancellation = new CancellationException(name + " was closed");
    forget();
    if (state == State.SUSPENDED) {
      turnTo(State.RUNNING, resumed);
    } else if (state == State.NEW) {
      routine = null;
      turnTo(State.ENDED, given);
    }
  }

  /** Waits until the body has ended. An interrupt is passed on to it, and stays set. */
  private void awaitEnd() {
    boolean interrupted = false;
    try {
      while (!hasEnded()) {
        try {
          outside.await(given, hasEnded);
        } catch (InterruptedException e) {
          interrupted = true;
          interrupt();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  // ---- Inside: the thread of the body

  /** Runs the body, to its end. */
  void run() {
    O result = null;
    Throwable thrown = null;
    try {
      result = context == null ? call() : fabric.contexts().callIn(context, name, this::call);
    } catch (Throwable e) {
      thrown = e;
    }
    Thread.interrupted(); // that was for the body
    fabric.coroutines().ended(this);
    end(result, thrown);
  }

  private O call() throws Exception {
    Routine<I, O> body;
    I first;
    lock.lock();
    try {
      body = Objects.requireNonNull(routine);
      routine = null;
      first = receive();
    } finally {
      lock.unlock();
    }
    return body.run(first, this::suspend);
  }

  private I suspend(O value) {
    lock.lock();
    try {
      if (Thread.currentThread() != thread) {
        throw new IllegalStateException(
            Thread.currentThread().getName() + " cannot suspend " + name + ": it does not run it");
      }
      if (cancellation == null) {
        output = value;
        untaken = true;
        turnTo(State.SUSPENDED, given);
        awaitResumed();
      }
      return receive();
    } finally {
      lock.unlock();
    }
  }

  /** Not interruptible, as the body must not run before it is resumed. An interrupt stays set. */
  private void awaitResumed() {
    boolean interrupted = false;
    try {
      while (!isResumed()) {
        try {
          inside.await(resumed, isResumed);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What the body was resumed with. */
  @SuppressWarnings("NullAway") // what is sent in may be null; I says so to the body
  private I receive() {
    if (cancellation != null) {
      if (++refusals > PATIENCE) {
        throw new Enough(name + " was closed, and goes on");
      }
      throw cancellation;
    }
    I value = input;
    Throwable thrown = raised;
    input = null;
    raised = null;
    if (thrown != null) {
      throw CoroutineCore.<RuntimeException>unchecked(thrown);
    }
    return value;
  }

  /** Lets a checked exception be thrown where none is declared. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }

  private void end(@Nullable O result, @Nullable Throwable thrown) {
    boolean unseen = false;
    lock.lock();
    try {
      thread = null;
      if (cancellation == null || (asked && refusals == 0)) {
        giveLast(result, thrown);
      } else if (thrown == null || thrown == cancellation || thrown instanceof Enough) {
        turnTo(State.ENDED, given);
      } else if (asked || closers > 0) {
        giveLast(null, thrown);
      } else {
        turnTo(State.ENDED, given);
        unseen = !(thrown instanceof Abandoned);
      }
    } finally {
      lock.unlock();
    }
    if (unseen) {
      report(Objects.requireNonNull(thrown));
    }
  }

  private void giveLast(@Nullable O result, @Nullable Throwable thrown) {
    routine = null;
    output = result;
    failure = thrown;
    untaken = true;
    turnTo(State.ENDED, given);
  }

  private void report(Throwable thrown) {
    fabric
        .failures()
        .report(new Failure(name, "close", Thread.currentThread(), thrown, Then.CONTINUE));
  }

  @Override
  public String toString() {
    return name + " (" + state + ")";
  }

  // ---- Both sides

  /** Where one side waits for the other: awake for a moment, longer while that pays. */
  private final class Stand {
    private static final int FEWEST = 16;
    private static final int FIRST = 20;
    private static final int MOST = 100;
    private static final long PAUSE = 100;

    private int looks = FIRST; // guarded by lock

    /** As {@link Seam#await} without a deadline. */
    void await(Condition changed, BooleanSupplier ready) throws InterruptedException {
      if (!ready.getAsBoolean()) {
        linger(ready);
      }
      seam.await(lock, changed, ready, Seam.NEVER);
    }

    private void linger(BooleanSupplier ready) {
      int now = looks;
      boolean paid;
      lock.unlock();
      try {
        paid = seam.linger(ready, now, PAUSE);
      } finally {
        lock.lock();
      }
      looks = paid ? Math.min(MOST, now * 2) : Math.max(FEWEST, now / 2);
    }
  }
}
