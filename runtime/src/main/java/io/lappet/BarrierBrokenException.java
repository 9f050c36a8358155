package io.lappet;

import java.io.Serial;

/** A barrier is broken: one of its parties will not come. */
public class BarrierBrokenException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text. */
  public BarrierBrokenException(String message) {
    super(message);
  }
}
