package io.lappet;

import java.io.Serial;

/** A wait was interrupted in a method that does not declare {@link InterruptedException}. The
 * interrupt is set again. */
public class WaitInterruptedException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text and cause. */
  public WaitInterruptedException(String message, Throwable cause) {
    super(message, cause);
  }
}
