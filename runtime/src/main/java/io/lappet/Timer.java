package io.lappet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The running side of a periodic method. Pausing, stopping and starting again are those of a {@link
 * Worker}; {@link #handled} and {@link #failures} count its runs. May be used by any thread, also by a
 * run of its own.
 */
public interface Timer extends Worker {
  /**
   * Asks for one run now, beside the series, which stays where it is. Returns at once. As long as the
   * method may not begin because of other runs, those asked for meanwhile are merged into one that
   * follows at once; a run in progress is never interrupted for it. A paused timer runs too. The {@link
   * Tick} of the run was scheduled for the moment of the first call, and has missed nothing.
   *
   * @throws IllegalThreadStateException if the timer is not alive, or has been told to stop
   */
  void trigger();

  /**
   * Gives it another period, at a fixed rate or with a fixed delay as before, also for the time after
   * it is stopped and started again. The next run takes place one period from now, or, with a fixed
   * delay and during a run, one period after its end. A tick whose run has not begun counts as missed.
   *
   * @throws IllegalArgumentException if the period is not positive, or shorter than the jitter
   * @throws IllegalStateException if it runs at times of day
   */
  void reschedule(Duration every);

  /**
   * When the next run is due, jitter not included; in the past if its tick has come and waits. Empty
   * if the timer is not alive, or stopping, or paused; if its period counts from the end of a run that
   * is under way; or if there is no tick any more.
   */
  Optional<Instant> nextRun();

  /** When the last run began, those included that were asked for; empty before the first. */
  Optional<Instant> lastRun();

  /** How many runs have begun, repetitions of a failed one not included. */
  long runs();

  /** How many ticks had no run of their own. */
  long missed();
}
