package io.lappet;

/**
 * Threads that wait for each other, or may do so another time.
 *
 * @param kind which of the two
 * @param text says which locks and threads, with their stacks; made for people, and may change
 */
public record Hazard(Kind kind, String text) {
  /** The kinds. */
  public enum Kind {
    /** Locks were taken in one order and in another. Nobody waits yet. */
    LOCK_ORDER,
    /** Threads wait for each other's locks, and none of them will go on. */
    DEADLOCK
  }
}
