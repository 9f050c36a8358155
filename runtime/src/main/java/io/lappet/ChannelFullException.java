package io.lappet;

import java.io.Serial;

/** A channel whose overflow is {@code FAIL} is full. The text names it. */
public class ChannelFullException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text. */
  public ChannelFullException(String message) {
    super(message);
  }
}
