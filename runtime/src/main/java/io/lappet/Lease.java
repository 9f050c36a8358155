package io.lappet;

/** Permits that were taken. A lease belongs to nobody: any thread may give it back. */
public interface Lease extends AutoCloseable {
  /** How many permits it holds, or held. */
  int permits();

  /**
   * Gives the permits back.
   *
   * @throws IllegalStateException if that has happened; nothing changes
   */
  void release();

  /** Gives the permits back unless that has happened. Never fails. */
  @Override
  void close();
}
