package io.lappet.processor.model;

/**
 * The loop that an object is confined to.
 *
 * @param capacity how many calls of twins may wait for it
 * @param overflow a constant of {@code Overflow}
 */
public record LoopModel(int capacity, String overflow) {
  /** Whether its mailbox never refuses a call. */
  public boolean isUnbounded() {
    return capacity == Integer.MAX_VALUE;
  }
}
