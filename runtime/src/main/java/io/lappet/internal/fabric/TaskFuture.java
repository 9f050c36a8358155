package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The future of a task, or what somebody derived from it. Who waits for it waits as for the task: it
 * may run the task, and under a controlled order others go on meanwhile.
 *
 * @param <T> the type of the result
 */
final class TaskFuture<T> extends CompletableFuture<T> {
  private final TaskCore<?> task;
  private final boolean derived;

  private TaskFuture(TaskCore<?> task, boolean derived) {
    this.task = task;
    this.derived = derived;
  }

  static <T> CompletableFuture<T> of(TaskCore<T> task) {
    TaskFuture<T> future = new TaskFuture<>(task, false);
    task.completes(future);
    return future;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new TaskFuture<>(task, true);
  }

  /** Cancels the task as well and interrupts its body, unless this is derived from its future. */
  @Override
  public boolean cancel(boolean interrupt) {
    if (!derived) {
      task.cancel(true); // which ends this future if it is in time
    }
    return super.cancel(interrupt) || isCancelled();
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    requireNotInterrupted();
    await(Seam.NEVER);
    return resultOrThrow();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireNotInterrupted();
    if (!await(Deadlines.after(task.seam(), unit.toNanos(timeout)))) {
      throw new TimeoutException(task.name() + " has not ended within " + timeout + " " + unit);
    }
    return resultOrThrow();
  }

  /** Is not interruptible, as in the superclass. */
  @Override
  public T join() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          await(Seam.NEVER);
          return result();
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

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private T resultOrThrow() throws ExecutionException {
    try {
      return result();
    } catch (CancellationException e) {
      throw e;
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      throw new ExecutionException(cause == null ? e : cause);
    }
  }

  @SuppressWarnings("NullAway") // it is complete, so there is no other value
  private T result() {
    return getNow(null);
  }

  private boolean await(long deadline) throws InterruptedException {
    if (isDone()) {
      return true;
    }
    boolean mayHelp = task.mayBegin();
    task.help(deadline);
    if (task.stayAwake(this::isDone, deadline)) {
      return true;
    }
    ReentrantLock lock = new ReentrantLock();
    Condition done = lock.newCondition();
    Runnable signal = () -> {
      lock.lock();
      try {
        done.signalAll();
      } finally {
        lock.unlock();
      }
    };
    whenComplete((result, failure) -> signal.run());
    if (!mayHelp) {
      task.whenLaunched(signal);
      if (!await(lock, done, () -> isDone() || task.mayBegin(), deadline)) {
        return false;
      }
      task.help(deadline);
    }
    return await(lock, done, this::isDone, deadline);
  }

  private boolean await(ReentrantLock lock, Condition done, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    lock.lock();
    try {
      return task.seam().await(lock, done, ready, deadline);
    } finally {
      lock.unlock();
    }
  }
}
