package io.lappet.internal.fabric;

import io.lappet.annotation.Overflow;
import java.util.Objects;

/**
 * The queue of a lane that has a bound.
 *
 * @param capacity how many tasks may wait for a thread
 * @param overflow what becomes of one more
 */
public record LaneQueue(int capacity, Overflow overflow) {
  /** Refuses what the compiler would have refused. */
  public LaneQueue {
    if (capacity < 1) {
      throw new IllegalArgumentException("A lane cannot have room for " + capacity + " tasks");
    }
    Objects.requireNonNull(overflow, "overflow");
  }
}
