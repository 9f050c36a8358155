package io.lappet;

/** A method of a confined object was called by another thread than its loop. */
public final class ConfinementException extends LappetException {
  private static final long serialVersionUID = 1L;

  /** With what was called and how to call it. */
  public ConfinementException(String message) {
    super(message);
  }
}
