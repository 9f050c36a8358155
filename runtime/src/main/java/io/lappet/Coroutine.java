package io.lappet;

/**
 * A body that is suspended and resumed, with a value each way: Python's coroutine in its classic
 * form, or a greenlet.
 *
 * <p>The body runs on a thread of its own, which keeps nothing alive, and only while somebody waits
 * in {@link #resume} or {@link #raise}; so exactly one side runs at any time, and each sees what the
 * other did before. A coroutine may resume others, but not itself. Its failures arrive at whoever
 * resumed: unchecked ones as they are, checked ones in a {@link TaskFailedException}; after that it
 * is done. Values may be null. The body sees the context in which the coroutine was made.
 *
 * <p>A coroutine that does not run to its end should be closed: until then its thread stays
 * suspended. Closing the fabric closes those that are left.
 *
 * @param <I> what is sent in
 * @param <O> what comes out
 */
public interface Coroutine<I, O> extends AutoCloseable {
  /**
   * Runs the body to its next suspension or its end. The first value is the argument of the body,
   * each further one what {@link Self#suspend} returns.
   *
   * @return what the body suspended with, or what it returned: {@link #isDone} tells which
   * @throws IllegalStateException if it is done or closed, is running, or would resume itself
   * @throws WaitInterruptedException if interrupted meanwhile; the body goes on to its next
   *     suspension, whose value the next resume returns without running it any further, and without
   *     sending anything in
   * @throws java.util.concurrent.CancellationException if another thread closes it meanwhile
   * @throws FabricClosedException if the body would begin and the fabric is closed
   */
  O resume(I value);

  /**
   * As {@link #resume}, but the suspension throws {@code failure}. If the body has not begun, it
   * never does, and {@code failure} comes out of this call.
   *
   * @param failure is thrown as it is, even if it is checked
   */
  O raise(Throwable failure);

  /** Whether the body has ended, and that was told to whoever resumed, or was closed. */
  boolean isDone();

  /**
   * Ends the body: its suspension throws {@code CancellationException}, so its {@code finally}
   * blocks run before this returns. A body that has not begun never does. May be repeated. An
   * exception that the body throws then, other than that one, is thrown here.
   *
   * <p>Any thread may close. If the body runs, it ends at its next suspension. Each further
   * suspension throws at once as well; a body that catches that again and again is thrown out by an
   * {@code Error}. An interrupt does not end the wait: it is passed on to the body, and stays set.
   *
   * @throws IllegalStateException if called by the body itself, or by one that it has resumed
   */
  @Override
  void close();

  /**
   * The coroutine as its body sees it.
   *
   * @param <I> what is sent in
   * @param <O> what comes out
   */
  @FunctionalInterface
  interface Self<I, O> {
    /**
     * Hands {@code value} to whoever resumed, and waits to be resumed. An interrupt does not end
     * that wait, and stays set.
     *
     * @return the value of that resume
     * @throws java.util.concurrent.CancellationException if it was closed
     * @throws IllegalStateException if called by another thread than the body's
     */
    I suspend(O value);
  }

  /**
   * The body of a coroutine.
   *
   * @param <I> what is sent in
   * @param <O> what comes out
   */
  @FunctionalInterface
  interface Routine<I, O> {
    /** Runs from the first resume; what it returns comes out of the last one. */
    O run(I first, Self<I, O> self) throws Exception;
  }
}
