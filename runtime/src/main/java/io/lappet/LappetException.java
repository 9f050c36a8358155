package io.lappet;

import java.io.Serial;

/** What the library throws of its own. Mistakes of the caller are the JDK's exceptions. */
public abstract class LappetException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1;

  LappetException(String message) {
    super(message);
  }

  LappetException(String message, Throwable cause) {
    super(message, cause);
  }
}
