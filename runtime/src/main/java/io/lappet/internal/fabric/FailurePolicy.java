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
 * @param then what follows a failure that was not put right
 */
public record FailurePolicy(int retries, Duration backoff, Duration maxBackoff, Then then) {
  /** As {@code @OnError} has it by default. */
  public static final FailurePolicy DEFAULT =
      new FailurePolicy(0, Duration.ofMillis(100), Duration.ofSeconds(10), Then.DEFAULT);

  /** With another number of retries. */
  public FailurePolicy withRetries(int retries) {
    return new FailurePolicy(retries, backoff, maxBackoff, then);
  }

  /** With another first pause. */
  public FailurePolicy withBackoff(Duration backoff) {
    return new FailurePolicy(retries, backoff, maxBackoff, then);
  }

  /** With another longest pause. */
  public FailurePolicy withMaxBackoff(Duration maxBackoff) {
    return new FailurePolicy(retries, backoff, maxBackoff, then);
  }

  /** With another decision. */
  public FailurePolicy withThen(Then then) {
    return new FailurePolicy(retries, backoff, maxBackoff, then);
  }

  /** What follows, for a worker whose own default is {@code otherwise}. */
  Then thenOr(Then otherwise) {
    return then == Then.DEFAULT ? otherwise : then;
  }

  /** The pause before the {@code n}th repetition, counted from 1: it doubles each time. */
  long pauseNanos(int n) {
    long longest = Deadlines.nanos(maxBackoff);
    long pause = Deadlines.nanos(backoff);
    for (int i = 1; i < n && pause < longest; i++) {
      pause = Deadlines.add(pause, pause);
    }
    return Math.min(pause, longest);
  }
}
