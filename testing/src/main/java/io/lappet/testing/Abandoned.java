package io.lappet.testing;

/** Thrown out of every wait of a thread that its {@link Scheduler} has given up. */
final class Abandoned extends Error {
  private static final long serialVersionUID = 1;

  Abandoned() {
    super("The TestFabric of this thread was closed while the thread waited", null, false, false);
  }
}
