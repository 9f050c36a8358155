package io.lappet.internal.fabric;

import io.lappet.Failure;
import io.lappet.Fn;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.Overlap;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a periodic method, each run on a thread of its own.
 *
 * <p>For a confined object the loop makes the call. If nothing but the call belongs to a run, the
 * whole run is on the loop, so that runs which are due at the same instant begin in the order in
 * which they were declared. Otherwise the run has its own thread, which visits the loop: a pause
 * before a retry, or a full channel for the result, must not hold up the object.
 *
 * @param <R> the type of the results
 */
public final class TimerWorker<R> extends WorkerCore implements Timer {
  /*
   * While alive exactly one of these holds: pending is not null (the next run has its time), held
   * (its time came during a pause), waiting is not null (the run waits for the loop), running (a
   * thread was made for a run, or the loop has begun it, and it has not ended).
   */
  private final Schedule schedule;
  private final long period;
  private final Duration initialDelay;
  private final Fn<? super Tick, ? extends R> body;
  private final @Nullable ChannelCore<R> to;
  private final @Nullable LoopCore loop; // if it makes the whole run
  private TimerQueue.@Nullable Entry pending; // guarded by lock
  private boolean held; // guarded by lock
  private @Nullable Turn waiting; // guarded by lock
  private long tick; // guarded by lock; the tick of the next or present run, in seam.nanos()
  private int missed; // guarded by lock; ticks merged into it

  /** Makes one; {@code to} is null if results are not sent. */
  public TimerWorker(
      Component component,
      WorkerSpec spec,
      Schedule schedule,
      Fn<? super Tick, ? extends R> body,
      @Nullable ChannelCore<R> to) {
    super(component, spec, Then.CONTINUE);
    this.schedule = schedule;
    if (schedule.period() == null) {
      throw new UnsupportedOperationException("times of day"); // what follows builds this
    }
    this.period = Deadlines.nanos(schedule.period());
    this.initialDelay =
        schedule.initialDelay() == null ? schedule.period() : schedule.initialDelay();
    this.to = to;
    this.loop = to == null && spec.policy().isBrief() ? spec.loop() : null;
    this.body = loop == null ? Visit.to(spec.loop(), this::isForced, body) : body;
  }

  /**
   * When a method runs.
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
  public record Schedule(
      @Nullable Duration period,
      @Nullable Calendar calendar,
      @Nullable Duration initialDelay,
      boolean fixedDelay,
      Duration jitter,
      Overlap overlap,
      @Nullable Duration timeout,
      boolean daemon) {
    /** Refuses what the compiler would have refused. */
    public Schedule {
      require((period == null) != (calendar == null), "has either a period or times of day");
      if (period != null) {
        requirePositive(period);
        require(
            jitter.compareTo(period) <= 0,
            "cannot begin a period later than its tick: " + "its jitter is " + jitter
                + " and its period " + period);
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

    private static void require(boolean right, String fault) {
      if (!right) {
        throw new IllegalArgumentException("A timer " + fault);
      }
    }
  }

  @Override
  Kind kind() {
    return Kind.TIMER;
  }

  @Override
  public boolean isDaemon() {
    return schedule.daemon();
  }

  @Override
  List<ChannelCore<?>> outputs() {
    return to == null ? List.of() : List.of(to);
  }

  @Override
  int parts() {
    return 1;
  }

  @Override
  void prepare() {
    // Threads are made for each run.
  }

  @Override
  void launch() {
    boolean stopped;
    lock.lock();
    try {
      stopped = isStopping(); // between claim and launch
      if (!stopped) {
        tick = Deadlines.after(seam, initialDelay);
        missed = 0;
        pending = fabric.timers().schedule(tick, this::due);
      }
    } finally {
      lock.unlock();
    }
    if (stopped) {
      oneEnded();
    }
  }

  @Override
  void wake() {
    boolean ended = false;
    lock.lock();
    try {
      if (isStopping()) {
        ended = pending != null || held || waiting != null;
        cancelPending();
        held = false;
        waiting = null;
      } else if (held && !isPaused()) {
        held = false;
        mergeMissedTicks();
        pending = fabric.timers().schedule(seam.nanos(), this::due);
      }
    } finally {
      lock.unlock();
    }
    if (ended) {
      oneEnded();
    }
  }

  private void cancelPending() {
    assert lock.isHeldByCurrentThread();
    if (pending != null) {
      pending.cancel();
      pending = null;
    }
  }

  /** The time of a run has come. Called by the timer queue. */
  private void due() {
    Tick now;
    Turn turn;
    lock.lock();
    try {
      if (pending == null) {
        return; // stopped meanwhile
      }
      pending = null;
      if (isPaused()) {
        held = true;
        return;
      }
      Instant actual = seam.now();
      now = new Tick(actual.minusNanos(seam.nanos() - tick), actual, missed);
      turn = new Turn(now);
      if (loop != null) {
        waiting = turn;
      }
    } finally {
      lock.unlock();
    }
    if (loop != null) {
      loop.post(turn, false);
    } else {
      spawn(turn);
    }
  }

  private void spawn(Turn turn) {
    Crew crew = fabric.crew();
    try {
      crew.spawn(crew.newThread(
          spec.name(), spec.thread(), true, turn.hand, () -> turn.run(crew::retire)));
    } catch (Throwable e) {
      turn.refuse(e);
    }
  }

  /** One run. */
  private final class Turn extends Letter {
    private final Hand hand = new Hand();
    private final Tick now;

    Turn(Tick now) {
      this.now = now;
    }

    @Override
    void open(LoopCore.Stint stint) {
      lock.lock();
      try {
        if (waiting != this) {
          return; // stopped meanwhile
        }
        waiting = null;
      } finally {
        lock.unlock();
      }
      stint.visit(hand, () -> run(() -> {}));
    }

    /** Runs it on the calling thread, and {@code afterwards} before anybody learns of its end. */
    private void run(Runnable afterwards) {
      attach(hand, Thread.currentThread());
      Verdict verdict = Verdict.ENDED;
      try {
        hand.setBusy(true);
        Object outcome = call(hand, body, now);
        verdict = Verdict.of(outcome);
        if (verdict == Verdict.RETURNED && outcome != null && to != null) {
          @SuppressWarnings("unchecked") // it is what body returned
          R result = (R) outcome;
          verdict = deliver(hand, to, result, now);
        }
      } finally {
        hand.setBusy(false);
        detach(hand);
        afterwards.run();
        ran(verdict);
      }
    }

    @Override
    void refuse(Throwable failure) {
      lock.lock();
      try {
        if (loop != null && waiting != this) {
          return; // stopped meanwhile
        }
        waiting = null;
      } finally {
        lock.unlock();
      }
      fabric
          .failures()
          .report(new Failure(
              spec.name(), spec.method(), Thread.currentThread(), failure, Then.CONTINUE));
      ran(Verdict.SETTLED);
    }
  }

  /** Gives the next run its time, or ends the worker. */
  private void ran(Verdict verdict) {
    boolean ended;
    lock.lock();
    try {
      ended = isStopping() || verdict == Verdict.ENDED || verdict == Verdict.GIVEN_UP;
      if (!ended) {
        missed = 0;
        tick = Deadlines.add(schedule.fixedDelay() ? seam.nanos() : tick, period);
        mergeMissedTicks();
        pending = fabric.timers().schedule(tick, this::due);
      }
    } finally {
      lock.unlock();
    }
    if (ended) {
      oneEnded();
    }
  }

  /** Moves to the latest tick that has passed, if any has. */
  private void mergeMissedTicks() {
    assert lock.isHeldByCurrentThread();
    long late = seam.nanos() - tick;
    if (late >= period && tick != Seam.NEVER) {
      long merged = late / period;
      tick += merged * period;
      missed += (int) Math.min(Integer.MAX_VALUE - missed, merged);
    }
  }

  @Override
  public void trigger() {
    throw new UnsupportedOperationException("trigger"); // what follows builds this
  }

  @Override
  public void reschedule(Duration every) {
    throw new UnsupportedOperationException("reschedule"); // what follows builds this
  }

  @Override
  public Optional<Instant> nextRun() {
    throw new UnsupportedOperationException("nextRun"); // what follows builds this
  }

  @Override
  public Optional<Instant> lastRun() {
    throw new UnsupportedOperationException("lastRun"); // what follows builds this
  }

  @Override
  public long runs() {
    throw new UnsupportedOperationException("runs"); // what follows builds this
  }

  @Override
  public long missed() {
    throw new UnsupportedOperationException("missed"); // what follows builds this
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return super.toString() + (waiting == null ? "" : ", waits for " + loop);
    } finally {
      lock.unlock();
    }
  }
}
