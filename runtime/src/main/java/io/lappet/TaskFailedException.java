package io.lappet;

import java.io.Serial;

/**
 * A task failed; the cause is what its body threw. If that was the failure of another task which it
 * had joined, the cause is what the body of that one threw: failures are not nested.
 */
public class TaskFailedException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text and cause. */
  public TaskFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
