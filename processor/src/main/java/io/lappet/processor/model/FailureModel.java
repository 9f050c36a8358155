package io.lappet.processor.model;

import java.util.Optional;

/**
 * What happens when an activation fails.
 *
 * @param then a constant of {@code OnError.Then}
 * @param jitter by what part of it a pause may be longer or shorter
 * @param maxFailures how many failures are too many to restart
 * @param window in what time they are too many; without it, those in a row count
 */
public record FailureModel(
    int retries,
    Optional<DurationModel> backoff,
    Optional<DurationModel> maxBackoff,
    Optional<DeadLetters> deadLetters,
    String then,
    double jitter,
    int maxFailures,
    Optional<DurationModel> window) {
  /** Nothing said. */
  public static final FailureModel DEFAULT = new FailureModel(
      0, Optional.empty(), Optional.empty(), Optional.empty(), "DEFAULT", 0, 5, Optional.empty());

  /** The channel for messages that could not be handled, and where it is named. */
  public record DeadLetters(String channel, Place place) {}

  /** The same without dead letters. */
  public FailureModel withoutDeadLetters() {
    return new FailureModel(
        retries, backoff, maxBackoff, Optional.empty(), then, jitter, maxFailures, window);
  }
}
