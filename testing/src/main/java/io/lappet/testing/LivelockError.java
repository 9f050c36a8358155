package io.lappet.testing;

/**
 * Threads go on and on, but neither does the clock move nor the test go on.
 *
 * <p>The message has the names and the stacks of the threads, what they wait for, the last decisions
 * of the scheduler, and what repeats all this. The fabric has been given up.
 */
public final class LivelockError extends AssertionError {
  private static final long serialVersionUID = 1;

  LivelockError(String message) {
    super(message);
  }
}
