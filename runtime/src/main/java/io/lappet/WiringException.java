package io.lappet;

import java.io.Serial;

/**
 * Parts do not fit together at start: an old generated class, a foreign fabric, a missing end, a value
 * that is configured and wrong.
 */
public class WiringException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text. */
  public WiringException(String message) {
    super(message);
  }
}
