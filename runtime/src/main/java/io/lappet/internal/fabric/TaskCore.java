package io.lappet.internal.fabric;

import io.lappet.Body;
import io.lappet.Failure;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.WaitInterruptedException;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.fabric.Ending.Interrupt;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call that runs elsewhere. There may be very many, so it is five references and nothing more:
 * what it need not have from the beginning is made when it is asked for. As a supplier it says
 * whether it has ended.
 *
 * @param <T> the type of the result
 */
class TaskCore<T> extends Letter implements Task<T>, BooleanSupplier {
  /*
   * state:   DELAYED -> null                          from now on somebody may begin the body
   *          null -> Thread -> result | Ending        who changes it to Thread runs the body
   *          DELAYED | null | Thread | Serving        ended by somebody else
   *            -> Ending
   *          Thread <-> Serving                       while the thread runs another task in place
   *
   * An Ending that cut a body short says whether the body still runs, and that its thread is being
   * interrupted: the thread waits for that, so that the interrupt meets no other body.
   */
  private static final VarHandle STATE;
  private static final VarHandle ATTACHED;
  private static final VarHandle HOME;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(TaskCore.class, "state", Object.class);
      ATTACHED = lookup.findVarHandle(TaskCore.class, "attached", Attached.class);
      HOME = lookup.findVarHandle(TaskCore.class, "home", Home.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final Object NULL = new Object();
  private static final Object DELAYED = new Object();

  /** How many nanoseconds to let pass between two looks of a thread that waits awake. */
  private static final long PAUSE = 100;

  /** Who waits for less than that many nanoseconds does not stay awake for it. */
  private static final long WORTH_STAYING_AWAKE = 200_000;

  private volatile @Nullable Object state;

  /** A Callable or Body; from the beginning of that on what is known of its thread. */
  private @Nullable Object body;

  private volatile @Nullable Attached attached; // the newest first
  private volatile Home home;

  /**
   * Makes one that has not begun.
   *
   * @param body a {@link Callable} or a {@link Body}; null if it ends without one
   */
  TaskCore(Home home, @Nullable Object body) {
    this.home = home;
    this.body = body;
  }

  /** Nobody may begin it until {@link #release}. Called by its maker. */
  final void delay() {
    STATE.setRelease(this, DELAYED);
  }

  /** Its delay is over: somebody may begin it. Says whether it was delayed, and had not ended. */
  final boolean release() {
    return STATE.compareAndSet(this, DELAYED, null);
  }

  /** A result that could be taken for another state. */
  private record Wrapped(Object result) {}

  /** The thread of the body runs another task in place. */
  private record Serving(Thread thread) {}

  /** What happens when the task ends. */
  private abstract static class Attached {
    @Nullable
    Attached next;
  }

  /** Wakes those who wait for the end. */
  private static final class Waiters extends Attached {
    private final ReentrantLock lock;
    private final Condition ended;

    Waiters(String name) {
      lock = new NamedLock("task", name);
      ended = lock.newCondition();
    }

    boolean await(TaskCore<?> task, BooleanSupplier ready, long deadline)
        throws InterruptedException {
      lock.lock();
      try {
        return task.seam().await(lock, ended, ready, deadline);
      } finally {
        lock.unlock();
      }
    }

    void wake() {
      lock.lock();
      try {
        ended.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Something to call when somebody may begin the body. */
  private static final class Launch extends Attached {
    private final Runnable call;

    Launch(Runnable call) {
      this.call = call;
    }
  }

  /** Something to call. */
  private static final class Callback extends Attached {
    private final String method;
    private final Runnable call;
    private final boolean whenQuiet;

    Callback(String method, Runnable call, boolean whenQuiet) {
      this.method = method;
      this.call = call;
      this.whenQuiet = whenQuiet;
    }
  }

  // ---- Where it belongs

  final Origin origin() {
    return home.origin();
  }

  final Seam seam() {
    return origin().seam;
  }

  final @Nullable FabricCore fabric() {
    return origin().fabric;
  }

  /** Its number among the tasks of the fabric; it gets one when somebody asks. */
  final long number() {
    return named().number();
  }

  private Home.Named named() {
    Home known = home;
    if (known instanceof Home.Named named) {
      return named;
    }
    Home.Named named = new Home.Named(known.origin(), known.origin().nextNumber());
    return HOME.compareAndSet(this, known, named) ? named : (Home.Named) home;
  }

  @Override
  public final String name() {
    FabricCore fabric = fabric();
    return fabric == null || origin().isUnnumbered() ? origin().name : named().name();
  }

  /** The next one in the queue of a lane, where there are tasks only. */
  final @Nullable TaskCore<?> nextTask() {
    return (TaskCore<?>) next;
  }

  // ---- Running

  /**
   * Runs the body on the calling thread, unless somebody has begun it or the task has ended.
   *
   * @param job that of the calling thread
   * @return whether the body was run
   */
  final boolean run(Job job) {
    Thread me = Thread.currentThread();
    Object work = body;
    if (!STATE.compareAndSet(this, null, me)) {
      return false;
    }
    Origin origin = origin();
    body = origin.keepsThreads() ? me : job.idOf(me);
    if (origin.venue != null) {
      origin.venue.begun(this);
    }
    Object outcome;
    try {
      outcome = stateOf(call(work));
    } catch (Throwable e) {
      outcome = Ending.thrown(e);
    }
    if (origin.venue != null) {
      origin.venue.returned(this);
    }
    job.bodyEnded();
    origin.seam.giveWay();
    if (STATE.compareAndSet(this, me, outcome)) {
      if (job.ownsThread()) {
        Thread.interrupted(); // what the body has left of its own
      }
      concluded(outcome, job);
    } else if (state instanceof Ending ending) {
      if (ending.bodyReturned(origin.seam) || job.ownsThread()) {
        Thread.interrupted(); // that was for the body
      }
      ending.bodyIsOver();
      settle(job);
    }
    return true;
  }

  @Override
  final void open(LoopCore.Stint stint) {
    stint.perform(this);
  }

  @Override
  final void refuse(Throwable failure) {
    endUnbegun(failure, false);
  }

  private static @Nullable Object call(@Nullable Object work) throws Exception {
    if (work instanceof Callable<?> callable) {
      return callable.call();
    }
    ((Body) Objects.requireNonNull(work)).run();
    return null;
  }

  private static Object stateOf(@Nullable Object result) {
    if (result == null) {
      return NULL;
    }
    boolean ambiguous = result instanceof Thread
        || result instanceof Ending
        || result instanceof Serving
        || result instanceof Wrapped;
    return ambiguous ? new Wrapped(result) : result;
  }

  /**
   * Says that the body waits while the calling thread, which runs it, runs another task: interrupts
   * for this one are put off until {@link #goOn}.
   *
   * @return whether it has to be told to go on
   */
  final boolean stepBack() {
    Thread me = Thread.currentThread();
    return STATE.compareAndSet(this, me, new Serving(me));
  }

  /** The body goes on. */
  final void goOn() {
    Object present = state;
    boolean unchanged =
        present instanceof Serving serving && STATE.compareAndSet(this, present, serving.thread());
    if (!unchanged && state instanceof Ending ending) {
      ending.giveWhatWasPutOff();
    }
  }

  // ---- Ending without the body

  /** Ends it with a result, if it has not begun. */
  final void succeed(@Nullable T value) {
    Object outcome = stateOf(value);
    if (STATE.compareAndSet(this, null, outcome)) {
      concluded(outcome, null);
    }
  }

  /** Ends it with a failure, if it has not ended, and leaves a body alone. */
  final boolean fail(Throwable thrown) {
    return end(thrown, false, false);
  }

  @Override
  public final boolean cancel(boolean interrupt) {
    return end(null, interrupt, false);
  }

  /** Cancels it unless somebody has begun it; says whether this call did it. */
  final boolean takeBack() {
    origin().seam.giveWay();
    return takeBack(false);
  }

  /** As {@link #takeBack()}; {@code aside} is as in {@link #end}. */
  final boolean takeBack(boolean aside) {
    return endUnbegun(null, aside);
  }

  /**
   * Ends it.
   *
   * @param failure why; null if it is cancelled
   * @param aside whether the calling thread must not run code of users
   * @return whether this call did it
   */
  final boolean end(@Nullable Throwable failure, boolean interrupt, boolean aside) {
    Origin origin = origin();
    if (!aside) {
      origin.seam.giveWay();
    }
    while (true) {
      if (endUnbegun(failure, aside)) {
        return true;
      }
      Object present = state;
      Ending ending;
      if (present instanceof Thread thread) {
        ending =
            Ending.underway(failure, thread, interrupt ? Interrupt.BEING_GIVEN : Interrupt.NONE);
      } else if (present instanceof Serving serving) {
        ending = Ending.underway(
            failure, serving.thread(), interrupt ? Interrupt.PUT_OFF : Interrupt.NONE);
      } else {
        return false;
      }
      if (STATE.compareAndSet(this, present, ending)) {
        ending.give();
        conclude(ending, aside);
        return true;
      }
    }
  }

  /** Ends it unless somebody has begun it; otherwise as {@link #end}. */
  private boolean endUnbegun(@Nullable Throwable failure, boolean aside) {
    while (true) {
      Object present = state;
      if (!isPending(present)) {
        return false;
      }
      Ending ending = Ending.unbegun(failure);
      if (STATE.compareAndSet(this, present, ending)) {
        body = null; // whoever takes the task out of a queue drops it
        conclude(ending, aside);
        if (present == DELAYED) {
          tookBack();
        } else {
          withdrawn();
        }
        return true;
      }
    }
  }

  private void conclude(Ending ending, boolean aside) {
    if (aside && needsUserCode(ending)) {
      origin().venueFabric().errands().aside(() -> concluded(ending, null));
    } else {
      concluded(ending, null);
    }
  }

  private boolean needsUserCode(Ending ending) {
    return attached != null || isReported(ending);
  }

  /** It was ended while it was delayed. */
  void tookBack() {}

  /** It was ended before it began, and after somebody might have begun it. */
  private void withdrawn() {
    Venue venue = origin().venue;
    if (venue != null) {
      venue.withdrawn(this);
    }
  }

  /** It has ended; called once. */
  void ended() {}

  private void concluded(Object outcome, @Nullable Job job) {
    ended();
    if (outcome instanceof Ending ending && isReported(ending)) {
      if (job != null) {
        job.callbacksBegin();
      }
      report(origin().method, ending.failure(this));
    }
    settle(job);
  }

  private boolean isReported(Ending ending) {
    return origin().reports && !ending.isCancelled && !(ending.failure(this) instanceof Abandoned);
  }

  private void report(String method, Throwable failure) {
    FabricCore fabric = fabric();
    Failures failures = fabric == null ? new Failures(List.of()) : fabric.failures();
    boolean fails = failure instanceof Error && fabric != null;
    failures.report(new Failure(
        name(), method, Thread.currentThread(), failure, fails ? Then.FAIL : Then.CONTINUE));
    if (fails && fabric != null) {
      fabric.fail(failure);
    }
  }

  // ---- Who waits, and what follows

  private void attach(Attached what) {
    Attached newest;
    do {
      newest = attached;
      what.next = newest;
    } while (!ATTACHED.compareAndSet(this, newest, what));
  }

  /**
   * Wakes and calls those to whom the end matters. What waits for the body as well stays while that
   * runs.
   */
  private void settle(@Nullable Job job) {
    if (attached == null) {
      return;
    }
    Deque<Callback> callbacks = new ArrayDeque<>();
    boolean quiet = !isRunning();
    for (Attached one = (Attached) ATTACHED.getAndSet(this, null); one != null; ) {
      Attached following = one.next;
      if (one instanceof Waiters waiters) {
        waiters.wake();
      } else if (one instanceof Callback callback) {
        callbacks.addFirst(callback);
      }
      one = following;
    }
    if (!callbacks.isEmpty() && job != null) {
      job.callbacksBegin();
    }
    for (Callback callback : callbacks) {
      if (callback.whenQuiet && !quiet) {
        attach(callback);
      } else {
        call(callback);
      }
    }
    if (!quiet && attached != null && !isRunning()) {
      settle(job); // the body has returned meanwhile, and has not seen what stayed
    }
  }

  private void call(Callback callback) {
    try {
      callback.call.run();
    } catch (Abandoned e) {
      throw e;
    } catch (Throwable e) {
      report(callback.method, e);
    }
  }

  /** Runs {@code then} when the task has ended, at once if it has. */
  private void onEnd(String method, Runnable then) {
    attach(new Callback(method, then, false));
    if (isDone()) {
      settle(null);
    }
  }

  /** Runs {@code then}, which is none of a user, when somebody may begin it, unless one may now. */
  final void whenLaunched(Runnable then) {
    if (!mayBegin()) {
      attach(new Launch(then));
      if (mayBegin()) {
        then.run();
      }
    }
  }

  /** From now on somebody may begin it: who waits for it may be the one. */
  final void launched() {
    for (Attached one = attached; one != null; one = one.next) {
      if (one instanceof Waiters waiters) {
        waiters.wake();
      } else if (one instanceof Launch launch) {
        launch.call.run();
      }
    }
  }

  /** Runs {@code then}, which is none of a user, when the task has ended. */
  final void whenDone(Runnable then) {
    onEnd("", then);
  }

  /** Runs {@code then}, which is none of a user, when the task has ended and no body runs. */
  final void whenQuiet(Runnable then) {
    attach(new Callback("", then, true));
    if (isQuiet()) {
      settle(null);
    }
  }

  @Override
  public final Task<T> onSuccess(Consumer<? super T> then) {
    Objects.requireNonNull(then, "then");
    onEnd("onSuccess", () -> {
      if (failure() == null) {
        then.accept(result());
      }
    });
    return this;
  }

  @Override
  public final Task<T> onFailure(Consumer<? super Throwable> then) {
    Objects.requireNonNull(then, "then");
    onEnd("onFailure", () -> {
      Throwable thrown = failure();
      if (thrown != null) {
        then.accept(thrown);
      }
    });
    return this;
  }

  @Override
  public final CompletableFuture<T> toCompletableFuture() {
    CompletableFuture<T> future = new CompletableFuture<>();
    onEnd("toCompletableFuture", () -> complete(future));
    return future;
  }

  /** Lets {@code future} end as the task has. */
  final void complete(CompletableFuture<T> future) {
    Throwable thrown = failure();
    if (thrown == null) {
      future.complete(result());
    } else {
      future.completeExceptionally(thrown);
    }
  }

  /** As a callback: lets {@code future} end when the task does. */
  final void completes(CompletableFuture<T> future) {
    onEnd("future", () -> complete(future));
  }

  // ---- Waiting

  @Override
  public final T join() {
    requireNotSelf();
    try {
      awaitEnd(Seam.NEVER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("The wait for " + name() + " was interrupted", e);
    }
    if (state instanceof Ending ending) {
      Throwable thrown = ending.failure(this);
      if (ending.isCancelled) {
        throw (CancellationException) thrown;
      }
      Throwable cause = origin(thrown);
      throw new TaskFailedException(name() + " failed: " + cause, cause);
    }
    return result();
  }

  /** What failed the innermost task, if the body of this one has joined others. */
  static Throwable origin(Throwable failure) {
    Throwable origin = failure;
    while (origin instanceof TaskFailedException && origin.getCause() != null) {
      origin = origin.getCause();
    }
    return origin;
  }

  @Override
  public final boolean join(Duration limit) throws InterruptedException {
    requireNotSelf();
    return await(Deadlines.after(seam(), limit));
  }

  @Override
  public final T joinOr(T fallback) {
    try {
      return join();
    } catch (TaskFailedException | CancellationException e) {
      return fallback; // that is what it is for
    }
  }

  @Override
  public final T get() throws InterruptedException, ExecutionException {
    requireNotSelf();
    await(Seam.NEVER);
    return resultOrThrow();
  }

  @Override
  public final T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireNotSelf();
    if (!await(Deadlines.after(seam(), unit.toNanos(timeout)))) {
      throw new TimeoutException(name() + " has not ended within " + timeout + " " + unit);
    }
    return resultOrThrow();
  }

  private T resultOrThrow() throws ExecutionException {
    if (state instanceof Ending ending) {
      Throwable thrown = ending.failure(this);
      if (ending.isCancelled) {
        throw (CancellationException) thrown;
      }
      throw new ExecutionException(name() + " failed: " + thrown, thrown);
    }
    return result();
  }

  private boolean await(long deadline) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return awaitEnd(deadline);
  }

  private boolean awaitEnd(long deadline) throws InterruptedException {
    if (isDone()) {
      return true;
    }
    if (!mayBegin()) {
      waiters().await(this, () -> isDone() || mayBegin(), deadline);
    }
    help(deadline);
    return stayAwake(this, deadline) || waiters().await(this, this, deadline);
  }

  /**
   * Runs it in place, if nobody has begun it and the calling thread, which is about to wait for its
   * end, may do so. One that has been interrupted may not: the body would find the interrupt.
   */
  final void help(long deadline) {
    Origin origin = origin();
    if (origin.venue != null
        && state == null
        && !Thread.currentThread().isInterrupted()
        && (deadline == Seam.NEVER || deadline > origin.seam.nanos())) {
      origin.venue.help(this, deadline == Seam.NEVER);
    }
  }

  /** Stays awake for a moment, if that is worth while; says whether {@code ready} became true. */
  final boolean stayAwake(BooleanSupplier ready, long deadline) {
    Origin origin = origin();
    return origin.venue != null
        && (deadline == Seam.NEVER || deadline - origin.seam.nanos() > WORTH_STAYING_AWAKE)
        && origin.venue.vigil.keep(origin.seam, ready, PAUSE);
  }

  private Waiters waiters() {
    for (Attached one = attached; one != null; one = one.next) {
      if (one instanceof Waiters waiters) {
        return waiters;
      }
    }
    Waiters waiters = new Waiters(name());
    attach(waiters);
    return waiters;
  }

  private void requireNotSelf() {
    Object present = state;
    Thread runner = present instanceof Serving serving
        ? serving.thread()
        : present instanceof Thread thread ? thread : null;
    if (runner != null && (runner == Thread.currentThread() || waitsForCaller())) {
      throw new IllegalStateException(name() + " cannot wait for its own end");
    }
    Venue venue = origin().venue;
    if (venue != null && !isDone()) {
      venue.requireMayWait(this);
    }
  }

  /** Whether its body waits for that of a coroutine, which is the caller. */
  private boolean waitsForCaller() {
    Job job = Threads.currentJob();
    while (job != null) {
      job = job.onBehalfOf();
      if (job != null && job.tasks().contains(this)) {
        return true;
      }
    }
    return false;
  }

  // ---- Looking

  private static boolean isEnd(@Nullable Object state) {
    return !isPending(state) && !(state instanceof Thread) && !(state instanceof Serving);
  }

  private static boolean isPending(@Nullable Object state) {
    return state == null || state == DELAYED;
  }

  /** Whether somebody may begin the body, or has begun it, or nobody ever will. */
  final boolean mayBegin() {
    return !isDelayed();
  }

  /** Whether the time of its beginning has not come. */
  final boolean isDelayed() {
    return state == DELAYED;
  }

  /** Whether nobody has begun it, and it has not ended. */
  final boolean isPending() {
    return isPending(state);
  }

  /** Whether it has ended, and no body runs. */
  final boolean isQuiet() {
    return isDone() && !isRunning();
  }

  /** The thread that runs the body; null if none does. */
  final @Nullable Thread runner() {
    Object present = state;
    if (present instanceof Thread thread) {
      return thread;
    }
    if (present instanceof Serving serving) {
      return serving.thread();
    }
    return present instanceof Ending ending ? ending.runner() : null;
  }

  @SuppressWarnings({"NullAway", "unchecked"}) // the result of a body may be null; T says so
  final T result() {
    Object present = state;
    if (present == NULL || present instanceof Ending) {
      return null;
    }
    return (T) (present instanceof Wrapped wrapped ? wrapped.result() : present);
  }

  final @Nullable Throwable failure() {
    return state instanceof Ending ending ? ending.failure(this) : null;
  }

  /** The place of its failure among the ends of all tasks; 0 if it has not failed. */
  final long ending() {
    return state instanceof Ending ending ? ending.place() : 0;
  }

  @Override
  public final boolean getAsBoolean() {
    return isDone();
  }

  @Override
  public final boolean isDone() {
    return isEnd(state);
  }

  @Override
  public final boolean isCancelled() {
    return state instanceof Ending ending && ending.isCancelled;
  }

  @Override
  public final boolean isRunning() {
    Object present = state;
    return present instanceof Thread
        || present instanceof Serving
        || (present instanceof Ending ending && ending.isBodyRunning());
  }

  @Override
  public final boolean isDaemon() {
    return origin().daemon;
  }

  @Override
  public final OptionalLong threadId() {
    Object present = state;
    Thread runner = present instanceof Ending ? null : runner();
    long id = 0;
    if (runner != null) {
      id = Ending.idOf(runner);
    } else if (present instanceof Ending ending && ending.threadId() != 0) {
      id = ending.threadId();
    } else if (isEnd(present)) {
      Object known = body;
      if (known instanceof Thread thread) {
        id = Ending.idOf(thread);
      } else if (known instanceof Long number) {
        id = number;
      }
    }
    return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
  }

  @Override
  public final String toString() {
    Object present = state;
    String how = "SUCCEEDED";
    if (isPending(present)) {
      how = "PENDING";
    } else if (present instanceof Ending ending) {
      how = ending.isCancelled ? "CANCELLED" : "FAILED";
    } else if (!isEnd(present)) {
      how = "RUNNING";
    }
    return name() + " (" + how + ")";
  }
}
