package io.lappet;

import java.io.Serial;

/** A fabric is closed and accepts nothing any more. The text names it, and the method called. */
public class FabricClosedException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text. */
  public FabricClosedException(String message) {
    super(message);
  }
}
