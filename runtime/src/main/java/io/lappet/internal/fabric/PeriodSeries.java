package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ticks on a grid, by the monotonic clock. */
final class PeriodSeries extends Series {
  private final Seam seam;
  private final @Nullable Duration initialDelay; // null is one period
  private long period;
  private long tick; // NEVER if it is too far away

  PeriodSeries(Seam seam, Duration period, @Nullable Duration initialDelay) {
    this.seam = seam;
    this.initialDelay = initialDelay;
    this.period = Deadlines.nanos(period);
  }

  /** Changes the period from the next {@link #advance} or {@link #restart} on. */
  void reset(Duration period) {
    this.period = Deadlines.nanos(period);
  }

  /** Lets the grid begin anew: its tick is one period from now. */
  void restart() {
    tick = Deadlines.after(seam, period);
  }

  @Override
  void begin() {
    if (initialDelay == null) {
      restart();
    } else {
      tick = Deadlines.after(seam, initialDelay);
    }
  }

  @Override
  boolean isOver() {
    return false;
  }

  @Override
  long due(long lag) {
    return Deadlines.add(tick, lag);
  }

  @Override
  boolean hasCome(long lag) {
    return due(lag) <= seam.nanos();
  }

  @Override
  Instant scheduled() {
    return seam.now().plusNanos(tick - seam.nanos());
  }

  @Override
  long length() {
    return period;
  }

  @Override
  void advance() {
    tick = Deadlines.add(tick, period);
  }

  @Override
  long catchUp(long lag) {
    long late = seam.nanos() - lag - tick;
    if (late < period || tick == Seam.NEVER) {
      return 0;
    }
    long ticks = late / period;
    tick += ticks * period;
    return ticks;
  }
}
