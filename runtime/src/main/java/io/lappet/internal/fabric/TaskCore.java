package io.lappet.internal.fabric;

import io.lappet.Failure;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.WaitInterruptedException;
import io.lappet.Worker;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call that runs elsewhere.
 *
 * @param <T> the type of the result
 */
final class TaskCore<T> implements Task<T> {
  /*
   * PENDING -> RUNNING -> SUCCEEDED | FAILED;  PENDING, RUNNING -> CANCELLED
   *
   * thread is not null exactly while the body is being run, which may go on after CANCELLED.
   */
  private enum Outcome {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  private static final AtomicLong ENDINGS = new AtomicLong();

  private final @Nullable FabricCore fabric;
  private final Seam seam;
  private final String name;
  private final ReentrantLock lock;
  private final Condition changed;
  private final BooleanSupplier done = this::isOver;
  private Outcome outcome = Outcome.PENDING; // guarded by lock
  private @Nullable T result; // guarded by lock
  private @Nullable Throwable failure; // guarded by lock
  private @Nullable Thread thread; // guarded by lock
  private long threadId; // guarded by lock; 0 before the body begins
  private TimerQueue.@Nullable Entry delay; // guarded by lock
  private long ending; // guarded by lock; its place among the ends of all tasks
  private List<Runnable> callbacks = new ArrayList<>(); // guarded by lock

  TaskCore(@Nullable FabricCore fabric, Seam seam, String name) {
    this.fabric = fabric;
    this.seam = seam;
    this.name = name;
    this.lock = new NamedLock("task", name);
    this.changed = lock.newCondition();
  }

  /** What the thread of a task is there for. */
  final class Errand extends Job {
    Errand(FabricCore fabric) {
      super(fabric);
    }

    @Override
    String name() {
      return name;
    }

    @Override
    boolean isAwaited() {
      return !isDaemon();
    }

    @Override
    @Nullable
    Worker worker() {
      return null;
    }

    @Override
    boolean isOver() {
      return isDone() && !isRunning();
    }

    @Override
    boolean isBusy() {
      return true;
    }

    TaskCore<T> task() {
      return TaskCore.this;
    }
  }

  Seam seam() {
    return seam;
  }

  @Nullable
  FabricCore fabric() {
    return fabric;
  }

  /** Remembers what will launch the task, so that cancelling takes it back. */
  void delayedBy(TimerQueue.Entry entry) {
    lock.lock();
    try {
      delay = entry;
    } finally {
      lock.unlock();
    }
  }

  private boolean isDelayed() {
    assert lock.isHeldByCurrentThread();
    return outcome == Outcome.PENDING && delay != null;
  }

  /**
   * Runs the body on the calling thread, unless the task was cancelled.
   *
   * @param afterBody is run after the body and before anybody can learn of the end
   */
  void run(Callable<? extends T> body, Runnable afterBody) {
    lock.lock();
    try {
      if (outcome != Outcome.PENDING) {
        return;
      }
      outcome = Outcome.RUNNING;
      thread = Thread.currentThread();
      threadId = Thread.currentThread().getId();
    } finally {
      lock.unlock();
    }
    T value = null;
    Throwable thrown = null;
    try {
      value = body.call();
    } catch (Throwable e) {
      thrown = e;
    }
    lock.lock();
    try {
      thread = null; // from now on nobody interrupts
    } finally {
      lock.unlock();
    }
    Thread.interrupted(); // that was for the body
    afterBody.run();
    if (thrown == null) {
      end(Outcome.SUCCEEDED, value, null);
    } else {
      end(Outcome.FAILED, null, thrown);
    }
  }

  /** Ends it without a body. */
  void succeed(T value) {
    end(Outcome.SUCCEEDED, value, null);
  }

  /** Ends it without a body. */
  void fail(Throwable thrown) {
    end(Outcome.FAILED, null, thrown);
  }

  private boolean end(Outcome how, @Nullable T value, @Nullable Throwable thrown) {
    List<Runnable> due;
    lock.lock();
    try {
      if (isOver()) {
        return false;
      }
      due = settle(how, value, thrown);
    } finally {
      lock.unlock();
    }
    due.forEach(Runnable::run);
    return true;
  }

  /** Ends it, and returns what is to be run with the lock released. */
  private List<Runnable> settle(Outcome how, @Nullable T value, @Nullable Throwable thrown) {
    assert lock.isHeldByCurrentThread();
    outcome = how;
    result = value;
    failure = thrown;
    ending = ENDINGS.incrementAndGet();
    changed.signalAll();
    List<Runnable> due = callbacks;
    callbacks = List.of();
    return due;
  }

  @Override
  public boolean cancel(boolean interrupt) {
    return cancel(interrupt, false);
  }

  /** Cancels it if it waits for its delay; says whether it did. */
  boolean cancelDelayed() {
    return cancel(false, true);
  }

  private boolean cancel(boolean interrupt, boolean onlyDelayed) {
    TimerQueue.Entry entry;
    List<Runnable> due;
    lock.lock();
    try {
      if (isOver() || (onlyDelayed && !isDelayed())) {
        return false;
      }
      if (interrupt && thread != null) {
        thread.interrupt();
      }
      entry = delay;
      due = settle(Outcome.CANCELLED, null, new CancellationException(name + " was cancelled"));
    } finally {
      lock.unlock();
    }
    if (entry != null) {
      entry.cancel();
    }
    if (fabric != null) {
      fabric.errands().cancelled(this);
    }
    due.forEach(Runnable::run);
    return true;
  }

  @Override
  public T join() {
    requireNotSelf();
    try {
      awaitEnd(Seam.NEVER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("The wait for " + name + " was interrupted", e);
    }
    Throwable thrown = failure();
    if (thrown instanceof CancellationException cancelled && isCancelled()) {
      throw cancelled;
    }
    if (thrown != null) {
      Throwable cause = origin(thrown);
      throw new TaskFailedException(name + " failed: " + cause, cause);
    }
    return result();
  }

  /** What failed the innermost task, if the body of this one has joined others. */
  private static Throwable origin(Throwable failure) {
    Throwable origin = failure;
    while (origin instanceof TaskFailedException && origin.getCause() != null) {
      origin = origin.getCause();
    }
    return origin;
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    requireNotSelf();
    return await(Deadlines.after(seam, limit));
  }

  @Override
  public T joinOr(T fallback) {
    try {
      return join();
    } catch (TaskFailedException | CancellationException e) {
      return fallback; // that is what it is for
    }
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    requireNotSelf();
    await(Seam.NEVER);
    return resultOrThrow();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireNotSelf();
    if (!await(Deadlines.after(seam, unit.toNanos(timeout)))) {
      throw new TimeoutException(name + " has not ended within " + timeout + " " + unit);
    }
    return resultOrThrow();
  }

  private T resultOrThrow() throws ExecutionException {
    Throwable thrown = failure();
    if (thrown instanceof CancellationException cancelled && isCancelled()) {
      throw cancelled;
    }
    if (thrown != null) {
      throw new ExecutionException(name + " failed: " + thrown, thrown);
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
    lock.lock();
    try {
      return seam.await(lock, changed, done, deadline);
    } finally {
      lock.unlock();
    }
  }

  private void requireNotSelf() {
    if (Threads.currentJob() instanceof TaskCore<?>.Errand errand
        && errand.task() == this
        && !isDone()) {
      throw new IllegalStateException(name + " cannot wait for its own end");
    }
  }

  private boolean isOver() {
    return outcome != Outcome.PENDING && outcome != Outcome.RUNNING;
  }

  @SuppressWarnings("NullAway") // the result of a body may be null; T says so to the caller
  T result() {
    lock.lock();
    try {
      return result;
    } finally {
      lock.unlock();
    }
  }

  @Nullable
  Throwable failure() {
    lock.lock();
    try {
      return failure;
    } finally {
      lock.unlock();
    }
  }

  /** Its place among the ends of all tasks; 0 if it has not ended. */
  long ending() {
    lock.lock();
    try {
      return ending;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Task<T> onSuccess(Consumer<? super T> then) {
    Objects.requireNonNull(then, "then");
    onEnd("onSuccess", () -> {
      if (failure() == null) {
        then.accept(result());
      }
    });
    return this;
  }

  @Override
  public Task<T> onFailure(Consumer<? super Throwable> then) {
    Objects.requireNonNull(then, "then");
    onEnd("onFailure", () -> {
      Throwable thrown = failure();
      if (thrown != null) {
        then.accept(thrown);
      }
    });
    return this;
  }

  /** Runs {@code callback} when the task has ended, at once if it has. */
  private void onEnd(String method, Runnable callback) {
    Runnable guarded = () -> runGuarded(method, callback);
    lock.lock();
    try {
      if (!isOver()) {
        callbacks.add(guarded);
        return;
      }
    } finally {
      lock.unlock();
    }
    guarded.run();
  }

  private void runGuarded(String method, Runnable callback) {
    try {
      callback.run();
    } catch (Abandoned e) {
      throw e;
    } catch (Throwable e) {
      Failures failures = fabric == null ? new Failures(List.of()) : fabric.failures();
      failures.report(new Failure(name, method, Thread.currentThread(), e, Then.CONTINUE));
    }
  }

  @Override
  public CompletableFuture<T> toCompletableFuture() {
    CompletableFuture<T> future = new CompletableFuture<>();
    onSuccess(future::complete);
    onFailure(future::completeExceptionally);
    return future;
  }

  @Override
  public boolean isDone() {
    lock.lock();
    try {
      return isOver();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isCancelled() {
    lock.lock();
    try {
      return outcome == Outcome.CANCELLED;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return thread != null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isDaemon() {
    return false;
  }

  @Override
  public OptionalLong threadId() {
    lock.lock();
    try {
      return threadId == 0 ? OptionalLong.empty() : OptionalLong.of(threadId);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return name + " (" + outcome + ")";
    } finally {
      lock.unlock();
    }
  }
}
