package io.lappet.processor.model;

/**
 * Where calls wait to be run: the mailbox of a confined object, or the queue of a lane.
 *
 * @param capacity how many may wait
 * @param overflow a constant of {@code Overflow}
 */
public record QueueModel(int capacity, String overflow) {
  /** One that never refuses a call. */
  public static final QueueModel UNBOUNDED = new QueueModel(Integer.MAX_VALUE, "BLOCK");

  /** Whether it never refuses a call. */
  public boolean isUnbounded() {
    return capacity == Integer.MAX_VALUE;
  }
}
