package io.lappet.processor.model;

import java.util.Optional;

/**
 * How many messages one call gets.
 *
 * @param size the most of them; with one the call gets no list
 * @param linger how long a call may be put off to get that many
 */
public record BatchModel(int size, Optional<DurationModel> linger) {
  /** Whether calls get lists. */
  public boolean isList() {
    return size > 1;
  }
}
