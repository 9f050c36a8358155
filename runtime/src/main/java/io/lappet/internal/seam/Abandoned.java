package io.lappet.internal.seam;

/**
 * Thrown out of every wait of a thread that a controlled seam has given up. It is no failure of the
 * code it passes through: nobody is told, and nothing follows from it but the end of the thread.
 */
public final class Abandoned extends Error {
  private static final long serialVersionUID = 1;

  /** Makes one without a stack. */
  public Abandoned() {
    super("The fabric of this thread was given up while the thread waited", null, false, false);
  }
}
