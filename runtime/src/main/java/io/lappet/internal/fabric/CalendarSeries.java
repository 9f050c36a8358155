package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ticks at times of day, by the clock on the wall. If that is put forward over ticks, they have come.
 * If it is put back, times that come again do not count again, as long as it is a correction; put
 * back by more than that it was wrong before, and the series begins anew.
 */
final class CalendarSeries extends Series {
  /** By how much a clock is put back to correct it. */
  private static final Duration CORRECTION = Duration.ofHours(3);

  /** How many ticks are counted that have passed; more are not, because that would take long. */
  private static final int COUNTED = 1000;

  private final Seam seam;
  private final Calendar calendar;
  private Instant seen = Instant.MIN; // the latest time that was looked at
  private @Nullable Instant tick; // null if there is none any more

  CalendarSeries(Seam seam, Calendar calendar) {
    this.seam = seam;
    this.calendar = calendar;
  }

  @Override
  void begin() {
    beginAt(seam.now());
  }

  private void beginAt(Instant now) {
    seen = now;
    tick = calendar.after(now);
  }

  @Override
  boolean isOver() {
    return tick == null;
  }

  @Override
  long due(long lag) {
    Instant now = seam.now();
    if (now.isAfter(seen)) {
      seen = now;
    } else if (now.isBefore(seen.minus(CORRECTION))) {
      beginAt(now);
    }
    return tick == null
        ? Seam.NEVER
        : Deadlines.after(seam, Deadlines.nanos(Duration.between(now, tick).plusNanos(lag)));
  }

  @Override
  boolean hasCome(long lag) {
    return tick != null && !tick.plusNanos(lag).isAfter(seam.now());
  }

  @Override
  Instant scheduled() {
    return Objects.requireNonNull(tick);
  }

  @Override
  long length() {
    Instant next = calendar.after(scheduled());
    return next == null ? Seam.NEVER : Deadlines.nanos(Duration.between(scheduled(), next));
  }

  @Override
  void advance() {
    tick = calendar.after(scheduled());
  }

  @Override
  long catchUp(long lag) {
    Instant latest = seam.now().minusNanos(lag);
    int ticks = 0;
    Instant next = passed(scheduled(), latest);
    while (next != null && ticks < COUNTED) {
      tick = next;
      ticks++;
      next = passed(next, latest);
    }
    if (next != null) {
      tick = lastBefore(latest, next);
    }
    return ticks;
  }

  /** The tick after {@code instant}, if it is not after {@code latest}. */
  private @Nullable Instant passed(Instant instant, Instant latest) {
    Instant next = calendar.after(instant);
    return next == null || next.isAfter(latest) ? null : next;
  }

  /** The last tick that is not after {@code latest}; {@code early} is one of them. */
  private Instant lastBefore(Instant latest, Instant early) {
    Instant last = early;
    Duration back = Duration.ofSeconds(1);
    Instant from = latest.minus(back);
    while (from.isAfter(early)) {
      Instant next = passed(from, latest);
      if (next != null) {
        last = next;
        break;
      }
      back = back.multipliedBy(2);
      from = latest.minus(back);
    }
    for (Instant next = passed(last, latest); next != null; next = passed(last, latest)) {
      last = next;
    }
    return last;
  }
}
