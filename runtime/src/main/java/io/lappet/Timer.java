package io.lappet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The running side of a periodic method. Pausing, stopping and starting again are those of a {@link
 * Worker}; {@link #handled} and {@link #failures} count its runs.
 */
public interface Timer extends Worker {
  /**
   * Asks for one run now, beside the series, which stays where it is. If a run is not over, the ones
   * asked for meanwhile are merged into one that follows at once. A paused timer runs too.
   *
   * @throws IllegalThreadStateException if the timer is not alive
   */
  void trigger();

  /**
   * Gives it another period, at a fixed rate or with a fixed delay as before. The next run takes
   * place one period from now.
   *
   * @throws IllegalArgumentException if the period is not positive
   * @throws IllegalStateException if it runs at times of day
   */
  void reschedule(Duration every);

  /** When the next run is due; empty if the timer is not alive, or paused, or there is none. */
  Optional<Instant> nextRun();

  /** When the last run began; empty before the first. */
  Optional<Instant> lastRun();

  /** How many runs have begun. */
  long runs();

  /** How many ticks had no run of their own. */
  long missed();
}
