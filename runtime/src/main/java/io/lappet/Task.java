package io.lappet;

import io.lappet.internal.fabric.Tasks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * One call that runs elsewhere, now or after a delay.
 *
 * <p>What the caller did before it made the task is visible to the body, and what the body did is
 * visible to whoever got the result or joined. A failure belongs to whoever asks for it.
 *
 * @param <T> the type of the result
 */
public interface Task<T> extends Future<T> {
  /** The name of the task and of its thread, for instance {@code load-17}. */
  String name();

  /** Whether the body is being run. */
  boolean isRunning();

  /** Whether closing the fabric does not wait for it. */
  boolean isDaemon();

  /** The id of the thread that runs, or ran, the body; empty before the body begins. */
  OptionalLong threadId();

  /**
   * As {@code cancel(true)}.
   *
   * @return whether this call cancelled the task
   */
  default boolean cancel() {
    return cancel(true);
  }

  /**
   * Cancels the task. A body that has not begun never runs; one that runs is interrupted, or left
   * alone with {@code interrupt} false. Either way the task is cancelled from now on.
   *
   * @return false if it had ended or been cancelled before
   */
  @Override
  boolean cancel(boolean interrupt);

  /**
   * Waits for the result.
   *
   * @throws TaskFailedException if the body threw; the cause is what it threw
   * @throws java.util.concurrent.CancellationException if the task was cancelled
   * @throws WaitInterruptedException if the thread was interrupted; the task goes on
   * @throws IllegalStateException if called by the body of the task itself
   */
  T join();

  /**
   * Waits for the end for at most {@code limit}. The limit does not end the task.
   *
   * @return whether the task has ended, in whatever way
   * @throws InterruptedException if interrupted; the task goes on
   * @throws IllegalStateException if called by the body of the task itself
   */
  boolean join(Duration limit) throws InterruptedException;

  /** Waits as {@link #join()}, and returns {@code fallback} if the task failed or was cancelled. */
  T joinOr(T fallback);

  /**
   * Calls {@code then} with the result, by the thread that ends the task, or at once if it has
   * ended. Never called if the task fails. A callback that throws is reported to the listener.
   */
  Task<T> onSuccess(Consumer<? super T> then);

  /**
   * Calls {@code then} with the failure, or a {@code CancellationException}; otherwise as {@link
   * #onSuccess}.
   */
  Task<T> onFailure(Consumer<? super Throwable> then);

  /** Returns a future that ends as this task does. Cancelling that one leaves the task alone. */
  CompletableFuture<T> toCompletableFuture();

  /**
   * Returns a task that ends with all results, in the order of {@code tasks}, or with the failure
   * that happened first; the others go on.
   */
  static <T> Task<List<T>> all(Collection<? extends Task<? extends T>> tasks) {
    return Tasks.all(tasks);
  }

  /** Waits for all {@code tasks}, throws for none, and returns them. */
  static <F extends Task<?>> List<F> joinAll(Collection<F> tasks) throws InterruptedException {
    return Tasks.joinAll(tasks);
  }

  /** Waits for at most {@code limit}, and returns those that have ended, in the order given. */
  static <F extends Task<?>> List<F> joinAll(Collection<F> tasks, Duration limit)
      throws InterruptedException {
    return Tasks.joinAll(tasks, limit);
  }
}
