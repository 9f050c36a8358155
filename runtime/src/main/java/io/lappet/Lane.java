package io.lappet;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A named pool of threads for tasks. Its threads are used again and so keep their thread-local
 * state; the values of {@link ContextKey}s belong to a task and end with it.
 *
 * <p>A lane never has more threads than it was declared with, and starts no more than it needs. Its
 * queue has no bound unless it was given one ({@code @ChannelSpec} on the accessor, or {@link
 * Fabric.Builder#lane(String, int, int, io.lappet.annotation.Overflow)}). A thread of the lane that waits for a task of the same lane which nobody has
 * begun runs that one in place, so tasks may wait for each other whatever the size.
 *
 * <p>Thread-safe. What was done before a task was submitted is visible to it, and what it did is
 * visible to whoever gets its result.
 */
public interface Lane {
  /** The full name, for instance {@code Pages.images}; its threads are {@code Pages.images-1} ... */
  String name();

  /** How many tasks its threads run now. */
  int running();

  /** How many tasks wait for a thread. */
  int queued();

  /** How many tasks were dropped because the queue was full; none if it has no bound. */
  long dropped();

  /**
   * Runs {@code body} as soon as a thread is free, in the order of submission.
   *
   * @throws ChannelFullException if the queue is full and its overflow is {@code FAIL}
   * @throws WaitInterruptedException if interrupted while waiting for room; the interrupt stays set
   * @throws FabricClosedException if the lane or its fabric is closed; it names the lane
   */
  <T> Task<T> submit(Callable<T> body);

  /**
   * Applies {@code fn} to all elements and waits.
   *
   * @return the results in the order of {@code in}; an empty list for an empty one
   * @throws TaskFailedException with the first failure in the order of {@code in}; the others are
   *     completed nevertheless
   * @throws InterruptedException if interrupted; what has not ended is cancelled
   * @throws ChannelFullException as {@link #submit}; what has not ended is cancelled
   * @throws FabricClosedException if the lane or its fabric is closed
   */
  <T, R> List<R> map(Collection<? extends T> in, Fn<? super T, ? extends R> fn)
      throws InterruptedException;

  /**
   * Submits a task for each element.
   *
   * @return the tasks in the order of {@code in}; each keeps its own result or failure
   * @throws FabricClosedException if the lane or its fabric is closed
   */
  <T, R> List<Task<R>> mapAsync(Collection<? extends T> in, Fn<? super T, ? extends R> fn);

  /**
   * Refuses further tasks, completes those that were accepted, and waits for them. May be repeated.
   * A thread of the lane that calls it does not wait for its own task.
   *
   * @throws InterruptedException if interrupted while waiting; the lane is closed and goes on
   */
  void close() throws InterruptedException;

  /**
   * Refuses further tasks, cancels those that nobody has begun, and interrupts the others. Does not
   * wait. May be repeated, also after {@link #close}.
   */
  void closeNow();
}
