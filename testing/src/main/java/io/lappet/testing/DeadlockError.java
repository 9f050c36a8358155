package io.lappet.testing;

/**
 * Threads wait for each other, or the test waits for what can never happen.
 *
 * <p>The message has the name and the stack of each thread concerned, what it waits for, the last
 * decisions of the scheduler, and the seed that repeats all this.
 */
public final class DeadlockError extends AssertionError {
  private static final long serialVersionUID = 1;

  DeadlockError(String message) {
    super(message);
  }
}
