package io.lappet.internal.fabric;

import io.lappet.annotation.Overlap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a periodic method runs.
 *
 * @param period the time between runs, positive; null if it runs at times of day
 * @param calendar the times of day; null if it runs periodically
 * @param initialDelay the time to the first run; null is one period
 * @param fixedDelay whether the period is counted from the end of a run
 * @param jitter by how much at most a run begins later than its tick
 * @param overlap what happens with ticks that come while a run is not over
 * @param timeout how long a call may take; null is any time
 * @param daemon whether the program may end meanwhile
 */
public record TimerSchedule(
    @Nullable Duration period,
    @Nullable Calendar calendar,
    @Nullable Duration initialDelay,
    boolean fixedDelay,
    Duration jitter,
    Overlap overlap,
    @Nullable Duration timeout,
    boolean daemon) {
  /** Refuses what the compiler would have refused. */
  public TimerSchedule {
    require((period == null) != (calendar == null), "has either a period or times of day");
    if (period != null) {
      requirePositive(period);
      requireWithin(jitter, period);
    } else {
      require(!fixedDelay, "that runs at times of day has no fixed delay");
      require(initialDelay == null, "that runs at times of day has no initial delay");
    }
    require(!jitter.isNegative(), "cannot begin before its tick, by " + jitter);
    require(
        !fixedDelay || overlap == Overlap.SKIP,
        "whose period is counted from the end of a run has no ticks meanwhile: no " + overlap);
    require(
        timeout == null || !(timeout.isNegative() || timeout.isZero()),
        "needs some time for a call, not " + timeout);
  }

  static void requirePositive(Duration period) {
    require(!(period.isNegative() || period.isZero()), "needs a positive period, not " + period);
  }

  /** A run that is put off by more than a period would be the next one. */
  static void requireWithin(Duration jitter, Duration period) {
    require(
        jitter.compareTo(period) <= 0,
        "cannot begin up to " + jitter + " after its tick if its period is " + period);
  }

  private static void require(boolean right, String fault) {
    if (!right) {
      throw new IllegalArgumentException("A timer " + fault);
    }
  }
}
