package io.lappet.processor.model;

import java.util.Optional;

/**
 * What happens when an activation fails.
 *
 * @param then a constant of {@code OnError.Then}
 */
public record FailureModel(
    int retries,
    Optional<DurationModel> backoff,
    Optional<DurationModel> maxBackoff,
    Optional<DeadLetters> deadLetters,
    String then) {
  /** Nothing said. */
  public static final FailureModel DEFAULT =
      new FailureModel(0, Optional.empty(), Optional.empty(), Optional.empty(), "DEFAULT");

  /** The channel for messages that could not be handled, and where it is named. */
  public record DeadLetters(String channel, Place place) {}

  /** The same without dead letters. */
  public FailureModel withoutDeadLetters() {
    return new FailureModel(retries, backoff, maxBackoff, Optional.empty(), then);
  }
}
