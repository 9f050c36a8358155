package io.lappet;

import java.io.Serial;

/** A channel is closed. The text names it. */
public class ChannelClosedException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text. */
  public ChannelClosedException(String message) {
    super(message);
  }
}
