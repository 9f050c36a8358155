package io.lappet;

import java.io.Serial;

/** A fabric failed; the cause is what failed it. */
public class FabricFailedException extends LappetException {
  @Serial
  private static final long serialVersionUID = 1;

  /** Makes one with this text and cause. */
  public FabricFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
