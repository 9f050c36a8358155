package io.lappet.testing;

/**
 * A test fails in one of the interleavings in which it was {@linkplain Explore explored}. The cause
 * is what it failed with; the message has the schedule that repeats it, and how it came about.
 */
public final class ExploreError extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String schedule;
  private final int number;

  ExploreError(ExploringOrder order, int number, String story, Throwable cause) {
    super("Run " + number + " failed: " + cause + "\n" + order.replay() + "\n" + story, cause);
    this.schedule = order.schedule().toString();
    this.number = number;
  }

  /** The interleaving, for {@link Explore#repeat}. */
  public String schedule() {
    return schedule;
  }

  /** How many interleavings were run, this one included. */
  public int number() {
    return number;
  }
}
