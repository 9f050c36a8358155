package io.lappet;

import java.io.Serial;

/** A task failed; the cause is what its body threw. */
public class TaskFailedException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text and cause. */
  public TaskFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
