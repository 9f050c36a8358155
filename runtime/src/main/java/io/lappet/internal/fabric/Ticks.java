package io.lappet.internal.fabric;

import io.lappet.Tick;
import io.lappet.annotation.Overlap;
import io.lappet.internal.fabric.TimerQueue.Due;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a timer stands: at the next tick that no run has taken, which may have an alarm. Guarded by
 * the lock of the timer.
 */
final class Ticks {
  private final TimerSchedule schedule;
  private final FabricCore fabric;
  private final Seam seam;
  private final ReentrantLock lock;
  private final Consumer<Alarm> fired;
  private final Series series;
  private final @Nullable PeriodSeries periods; // the same, unless they are times of day
  private final Runnable clockMoved = this::clockMoved;
  private final long jitter;
  private final long place; // among those that are due at the same instant
  private @Nullable Alarm alarm;
  private long lag; // by how much the next run is put off by chance
  private long unserved; // without a run since the last one that has begun
  private long missed;

  /** Makes one; {@code fired} is called without the lock when the time of a tick has come. */
  Ticks(TimerSchedule schedule, FabricCore fabric, ReentrantLock lock, Consumer<Alarm> fired) {
    this.schedule = schedule;
    this.fabric = fabric;
    this.seam = fabric.seam();
    this.lock = lock;
    this.fired = fired;
    Calendar calendar = schedule.calendar();
    if (calendar == null) {
      this.periods = new PeriodSeries(
          seam, Objects.requireNonNull(schedule.period()), schedule.initialDelay());
      this.series = periods;
    } else {
      this.periods = null;
      this.series = new CalendarSeries(seam, calendar);
    }
    this.jitter = Deadlines.nanos(schedule.jitter());
    this.place = fabric.timers().nextPlace();
  }

  /** What fires when a tick is due. One that is disarmed may stay in the queue, and keeps nothing. */
  static final class Alarm implements Due {
    private final long due;
    private final long place;
    private volatile @Nullable Consumer<Alarm> fired; // null if disarmed; written with lock

    private Alarm(long due, long place, Consumer<Alarm> fired) {
      this.due = due;
      this.place = place;
      this.fired = fired;
    }

    @Override
    public long due() {
      return due;
    }

    @Override
    public long place() {
      return place;
    }

    @Override
    public void place(long last) {} // it has that of the timer

    @Override
    public boolean isTakenBack() {
      return fired == null;
    }

    @Override
    public void fire() {
      Consumer<Alarm> called = fired;
      if (called != null) {
        called.accept(this);
      }
    }
  }

  // ---- The alarm

  /** Goes to the first tick of a new life. */
  void begin() {
    assert lock.isHeldByCurrentThread();
    unserved = 0;
    if (periods == null) {
      fabric.wallClock().watch(clockMoved);
    }
    series.begin();
    arm(false); // an initial delay is one that somebody has chosen
  }

  /** The life is over. */
  void end() {
    disarm();
    fabric.wallClock().forget(clockMoved);
  }

  /** Gives the tick its time, or one a little later that other timers share. */
  private void arm(boolean shares) {
    assert lock.isHeldByCurrentThread();
    lag = jitter == 0 ? 0 : fabric.chance().upTo(jitter);
    if (!series.isOver()) {
      long due = series.due(lag);
      armAt(shares ? sharedMoment(due) : due);
    }
  }

  /**
   * Timers that run seldom do so at the same moments, so that one wake-up serves many: at multiples of
   * a power of two.
   */
  private long sharedMoment(long due) {
    long leeway = periods == null ? 0 : Long.highestOneBit(seam.leeway(periods.length()));
    return leeway == 0 || due > Seam.NEVER - leeway ? due : (due + leeway - 1) & -leeway;
  }

  private void armAt(long due) {
    assert lock.isHeldByCurrentThread();
    Alarm next = new Alarm(due, place, fired);
    alarm = next;
    fabric.timers().add(next);
  }

  void disarm() {
    assert lock.isHeldByCurrentThread();
    if (alarm != null) {
      alarm.fired = null;
      alarm = null;
      fabric.timers().tookBack();
    }
  }

  /** The clock on the wall has moved. */
  private void clockMoved() {
    lock.lock();
    try {
      if (alarm != null) {
        disarm();
        armAt(series.due(lag));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether the tick has come of which {@code alarm} says so; it has no alarm any more then. */
  boolean hasCome(Alarm alarm) {
    assert lock.isHeldByCurrentThread();
    if (this.alarm != alarm) {
      return false; // disarmed meanwhile
    }
    this.alarm = null;
    if (!series.hasCome(lag)) {
      armAt(series.due(lag)); // the clock on the wall was put back
      return false;
    }
    return true;
  }

  // ---- Ticks without a run

  private long miss(long ticks) {
    assert lock.isHeldByCurrentThread();
    missed += ticks;
    return ticks;
  }

  /**
   * Whether a run stands for all ticks that came before it could begin. If the period is counted from
   * the end of a run none come meanwhile.
   */
  private boolean merges() {
    return schedule.overlap() != Overlap.QUEUE_ONE && !schedule.fixedDelay();
  }

  /** A run is let in: it stands for all ticks that have passed, if they merge. */
  void merge() {
    if (merges()) {
      unserved += miss(series.catchUp(lag));
    }
  }

  /** A pause is over during which the tick came: the latest one runs at once. */
  void goOn() {
    if (!schedule.fixedDelay()) {
      unserved += miss(series.catchUp(0));
    }
    armAt(seam.nanos());
  }

  /** The tick has come and gets no run. */
  void skip() {
    unserved += miss(1);
  }

  /** As {@link #skip}, and the series goes on. */
  void lose() {
    Tick lost = take(seam.now());
    unserved += lost.missed() + miss(1);
  }

  // ---- Ticks with a run

  /** A run takes the tick; the series goes on to the next one. */
  Tick take(Instant actual) {
    assert lock.isHeldByCurrentThread();
    Tick taken = new Tick(series.scheduled(), actual, (int) Math.min(Integer.MAX_VALUE, unserved));
    unserved = 0;
    if (!schedule.fixedDelay()) {
      series.advance();
      if (!merges() && !series.isOver() && series.hasCome(0)) { // while this one waited
        unserved = miss(series.catchUp(0) + 1);
        series.advance();
      }
      arm(true);
    }
    return taken;
  }

  /** The grid begins anew: the next tick is one period from now. */
  void restart() {
    disarm();
    Objects.requireNonNull(periods).restart();
    arm(true);
  }

  /** Changes the period from the next tick on. */
  void reset(Duration every) {
    assert lock.isHeldByCurrentThread();
    Objects.requireNonNull(periods).reset(every);
  }

  // ---- Looking

  boolean arePeriodic() {
    return periods != null;
  }

  boolean isArmed() {
    return alarm != null;
  }

  /** Whether there is no tick any more; if so nothing else may be asked. */
  boolean areOver() {
    return series.isOver();
  }

  /** How long the tick lasts, in nanoseconds. */
  long length() {
    return series.length();
  }

  /** When the tick is due, by the time of day; empty if it never is. */
  Optional<Instant> next() {
    return series.isOver() || series.due(0) == Seam.NEVER
        ? Optional.empty()
        : Optional.of(series.scheduled());
  }

  long missed() {
    return missed;
  }
}
