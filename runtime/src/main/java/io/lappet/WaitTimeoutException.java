package io.lappet;

import java.io.Serial;

/** A call waited for as long as it may, in vain. The text names class and method. */
public class WaitTimeoutException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text. */
  public WaitTimeoutException(String message) {
    super(message);
  }
}
