package io.lappet.internal.fabric;

import io.lappet.annotation.OnError.Then;
import io.lappet.internal.seam.Deadlines;
import java.time.Duration;

/**
 * What happens when a call fails.
 *
 * @param retries how often it is tried again
 * @param backoff the first pause
 * @param maxBackoff the longest pause
 * @param jitter by what part of it a pause may be longer or shorter
 * @param then what follows a failure that was not put right
 * @param maxFailures how many are too many to restart
 * @param window in what time they are too many; zero if without a success in between
 */
public record FailurePolicy(
    int retries,
    Duration backoff,
    Duration maxBackoff,
    double jitter,
    Then then,
    int maxFailures,
    Duration window) {
  /** As {@code @OnError} has it by default. */
  public static final FailurePolicy DEFAULT = new FailurePolicy(
      0, Duration.ofMillis(100), Duration.ofSeconds(10), 0, Then.DEFAULT, 5, Duration.ZERO);

  /** With another number of retries. */
  public FailurePolicy withRetries(int retries) {
    return new FailurePolicy(retries, backoff, maxBackoff, jitter, then, maxFailures, window);
  }

  /** With another first pause. */
  public FailurePolicy withBackoff(Duration backoff) {
    return new FailurePolicy(retries, backoff, maxBackoff, jitter, then, maxFailures, window);
  }

  /** With another longest pause. */
  public FailurePolicy withMaxBackoff(Duration maxBackoff) {
    return new FailurePolicy(retries, backoff, maxBackoff, jitter, then, maxFailures, window);
  }

  /** With another part that is left to chance. */
  public FailurePolicy withJitter(double jitter) {
    return new FailurePolicy(retries, backoff, maxBackoff, jitter, then, maxFailures, window);
  }

  /** With another decision. */
  public FailurePolicy withThen(Then then) {
    return new FailurePolicy(retries, backoff, maxBackoff, jitter, then, maxFailures, window);
  }

  /** With another number of failures that are too many. */
  public FailurePolicy withMaxFailures(int maxFailures) {
    return new FailurePolicy(retries, backoff, maxBackoff, jitter, then, maxFailures, window);
  }

  /** With another time in which they are too many. */
  public FailurePolicy withWindow(Duration window) {
    return new FailurePolicy(retries, backoff, maxBackoff, jitter, then, maxFailures, window);
  }

  /** What follows, for a worker whose own default is {@code otherwise}. */
  Then thenOr(Then otherwise) {
    return then == Then.DEFAULT ? otherwise : then;
  }

  /** Whether no pause ever follows a failure. */
  boolean isBrief() {
    return retries == 0 && then != Then.RESTART;
  }

  /** The pause before the {@code n}th repetition, counted from 1: it doubles each time. */
  long pauseNanos(int n, Chance chance) {
    long longest = Deadlines.nanos(maxBackoff);
    long pause = Deadlines.nanos(backoff);
    for (int i = 1; i < n && pause < longest; i++) {
      pause = Deadlines.add(pause, pause);
    }
    pause = Math.min(pause, longest);
    return jitter == 0 ? pause : Math.min(chance.vary(pause, jitter), longest);
  }
}
