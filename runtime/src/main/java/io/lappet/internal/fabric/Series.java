package io.lappet.internal.fabric;

import java.time.Instant;

/** The ticks of a timer: it stands at one of them, and moves on. Guarded by the lock of its user. */
abstract sealed class Series permits PeriodSeries, CalendarSeries {
  /** Goes to the first tick of a new life. */
  abstract void begin();

  /** Whether there is no tick any more; if so nothing else may be asked. */
  abstract boolean isOver();

  /**
   * When its tick has been due for {@code lag} nanoseconds as far as one can know now, in terms of
   * {@code Seam.nanos}; now, or a time before, if it has.
   */
  abstract long due(long lag);

  /** Whether its tick has been due for {@code lag} nanoseconds. */
  abstract boolean hasCome(long lag);

  /** When its tick is due, by the time of day. */
  abstract Instant scheduled();

  /** How long its tick lasts, in nanoseconds. */
  abstract long length();

  /** Goes to the next tick. */
  abstract void advance();

  /**
   * Goes to the latest tick that has been due for at least {@code lag} nanoseconds, if that is not
   * before the present one.
   *
   * @return by how many ticks
   */
  abstract long catchUp(long lag);
}
