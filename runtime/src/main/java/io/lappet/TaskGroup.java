package io.lappet;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Tasks that end together: none outlives the block that made the group. The first failure cancels
 * the rest.
 *
 * <pre>{@code
 * try (TaskGroup group = fabric.group()) {
 *   Task<User> user = group.fork(() -> load(id));
 *   Task<List<Order>> orders = group.fork(() -> orders(id));
 *   group.join();
 *   return new Page(user.join(), orders.join());
 * }
 * }</pre>
 *
 * <p>Any thread may fork and join; who forks from a task of the group belongs to it. The semantics
 * are those of structured concurrency with shutdown on failure (JEP 453).
 */
public interface TaskGroup extends AutoCloseable {
  /**
   * Runs {@code body} on a thread of its own. After a failure in the group, a cancelled task comes
   * back, whose body never runs.
   *
   * @throws IllegalStateException if the group is closed
   * @throws FabricClosedException if the fabric accepts nothing more
   */
  <T> Task<T> fork(Callable<T> body);

  /**
   * Takes in a task that was made elsewhere, for instance by a twin: it is waited for and cancelled
   * with the rest.
   *
   * @return the task
   * @throws IllegalStateException if the group is closed
   */
  <T> Task<T> add(Task<T> task);

  /**
   * Waits until all tasks have ended, or one has failed; then the others are cancelled and waited
   * for as well. Tasks that the user cancelled are no failure.
   *
   * @throws TaskFailedException if a task failed; the cause is what its body threw, the failure that
   *     came first
   * @throws InterruptedException if interrupted; the tasks go on until {@link #close}
   * @throws IllegalStateException if called by a task of the group
   */
  void join() throws InterruptedException;

  /**
   * As {@link #join()}, for at most {@code limit}.
   *
   * @return whether all have ended; if not, they go on
   */
  boolean join(Duration limit) throws InterruptedException;

  /**
   * As {@link #join()}, and throws a failure of type {@code as} as it is.
   *
   * @throws X if that is what the first task to fail threw
   */
  <X extends Exception> void join(Class<X> as) throws X, InterruptedException;

  /**
   * Cancels what is unfinished and waits until no body runs any more. An interrupt does not end that
   * wait, and stays set. May be repeated.
   */
  @Override
  void close();
}
