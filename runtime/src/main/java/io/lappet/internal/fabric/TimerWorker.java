package io.lappet.internal.fabric;

import io.lappet.Failure;
import io.lappet.Fn;
import io.lappet.Tick;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
public final class TimerWorker<R> extends WorkerCore {
  /*
   * While alive exactly one of these holds: pending is not null (the next run has its time), held
   * (its time came during a pause), waiting is not null (the run waits for the loop), running (a
   * thread was made for a run, or the loop has begun it, and it has not ended).
   */
  private final Schedule schedule;
  private final long period;
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
    this.period = Deadlines.nanos(schedule.period());
    this.to = to;
    this.loop = to == null && spec.policy().isBrief() ? spec.loop() : null;
    this.body = loop == null ? Visit.to(spec.loop(), this::isForced, body) : body;
  }

  /**
   * When a method runs.
   *
   * @param period the time between runs, positive
   * @param initialDelay the time to the first run
   * @param fixedDelay whether the period is counted from the end of a run
   * @param daemon whether the program may end meanwhile
   */
  public record Schedule(
      Duration period, Duration initialDelay, boolean fixedDelay, boolean daemon) {
    /** Refuses what the compiler would have refused. */
    public Schedule {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("A period must be positive, not " + period);
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
        tick = Deadlines.after(seam, schedule.initialDelay());
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
  public String toString() {
    lock.lock();
    try {
      return super.toString() + (waiting == null ? "" : ", waits for " + loop);
    } finally {
      lock.unlock();
    }
  }
}
