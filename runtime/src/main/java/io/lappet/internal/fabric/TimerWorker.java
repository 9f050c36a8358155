package io.lappet.internal.fabric;

import io.lappet.Failure;
import io.lappet.Fn;
import io.lappet.LateTick;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.Overlap;
import io.lappet.internal.channel.ChannelCore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
   * The series stands at the next tick that no run has taken. Of these one holds at most: alarm is
   * not null (the tick has its time), held (it came during a pause), coming is not null (it came, and
   * its run has not begun: it waits for its place in the turnstile, for its thread, or for the loop).
   * If none holds, the period is counted from the end of a run that is under way, or there is no tick
   * any more, or the worker has ended.
   *
   * A run that is let in stands for all ticks that have passed. It takes its tick when it begins, and
   * then the next one gets its alarm. So never more than one run waits, whatever the clock does.
   */
  private final TimerSchedule schedule;
  private final Ticks ticks; // guarded by lock
  private final Turnstile turnstile;
  private final LateTicks lateTicks;
  private final Fn<? super Tick, ? extends R> body; // ends in time
  private final Fn<Turn, R> call;
  private final @Nullable ChannelCore<R> to;
  private final @Nullable LoopCore loop; // if it makes the whole run
  private final List<Turn> running = new ArrayList<>(); // guarded by lock; launched, not ended
  private boolean over = true; // guarded by lock; not begun, or ended
  private boolean abandoned; // guarded by lock; a test gave a thread of it up
  private boolean held; // guarded by lock
  private @Nullable Turn coming; // guarded by lock
  private @Nullable Turn asked; // guarded by lock; by trigger(), and not begun
  private long runs; // guarded by lock
  private @Nullable Instant lastRun; // guarded by lock

  /** Makes one; {@code to} is null if results are not sent. */
  public TimerWorker(
      Component component,
      WorkerSpec spec,
      TimerSchedule schedule,
      String method,
      Fn<? super Tick, ? extends R> body,
      @Nullable ChannelCore<R> to) {
    super(component, spec, Then.CONTINUE);
    this.schedule = schedule;
    this.ticks = new Ticks(schedule, fabric, lock, this::fired);
    this.lateTicks = new LateTicks(fabric.failures(), seam);
    boolean overlaps = schedule.overlap() == Overlap.PARALLEL;
    if (!overlaps && spec.concurrency() != 1) {
      throw new IllegalArgumentException(
          spec.name() + " cannot run " + spec.concurrency() + " times at once unless in PARALLEL");
    }
    this.turnstile = overlaps ? new Turnstile(spec.concurrency()) : component.turnstile(method);
    this.to = to;
    this.loop = to == null && spec.policy().isBrief() ? spec.loop() : null;
    this.body = schedule.timeout() == null ? body : inTime(body, schedule.timeout());
    Fn<Turn, R> make = Turn::make;
    this.call = loop == null ? Visit.to(spec.loop(), this::isForced, make) : make;
  }

  private Fn<Tick, R> inTime(Fn<? super Tick, ? extends R> body, Duration timeout) {
    CallLimit limit = new CallLimit(fabric, spec.name(), timeout, this::isForced);
    return tick -> limit.apply(body, tick);
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
  int senders() {
    return spec.concurrency();
  }

  @Override
  void prepare() {
    // Threads are made for each run.
  }

  // ---- Life

  @Override
  void launch() {
    lock.lock();
    try {
      over = false;
      abandoned = false;
      if (!isStopping()) { // between claim and launch
        ticks.begin();
      }
    } finally {
      lock.unlock();
    }
    endIfDone();
  }

  @Override
  void wake() {
    List<Turn> dropped = new ArrayList<>();
    lock.lock();
    try {
      if (over) {
        return;
      }
      if (isStopping()) {
        ticks.disarm();
        held = false;
        drop(coming, dropped);
        drop(asked, dropped);
      } else if (isPaused()) {
        if (drop(coming, dropped)) {
          held = true;
        }
      } else if (held) {
        held = false;
        ticks.goOn();
      }
    } finally {
      lock.unlock();
    }
    dropped.forEach(this::leave);
    endIfDone();
  }

  /** Ends the worker if there is nothing more to come. */
  private void endIfDone() {
    lock.lock();
    try {
      boolean ends = !over
          && running.isEmpty()
          && (isStopping() || abandoned || (ticks.areOver() && coming == null && asked == null));
      if (!ends) {
        return;
      }
      over = true;
      ticks.end();
      drop(coming, new ArrayList<>());
      drop(asked, new ArrayList<>());
    } finally {
      lock.unlock();
    }
    oneEnded();
  }

  /**
   * Forgets a run, unless it has a thread that begins it.
   *
   * @param inside gets it if it was let in, so that it has to leave
   * @return whether it has been forgotten
   */
  private boolean drop(@Nullable Turn turn, List<Turn> inside) {
    assert lock.isHeldByCurrentThread();
    if (turn == null || turn.stage == Stage.BEGUN || (turn.stage == Stage.LET_IN && loop == null)) {
      return false;
    }
    turn.stage = Stage.GONE;
    turnstile.withdraw(turn);
    if (running.remove(turn)) {
      inside.add(turn);
    }
    forget(turn);
    return true;
  }

  private void forget(Turn turn) {
    assert lock.isHeldByCurrentThread();
    if (coming == turn) {
      coming = null;
    } else if (asked == turn) {
      asked = null;
    }
  }

  // ---- Runs

  private void fired(Ticks.Alarm fired) {
    Turn turn;
    lock.lock();
    try {
      if (!ticks.hasCome(fired)) {
        return;
      }
      if (isPaused()) {
        held = true;
        return;
      }
      turn = new Turn(fired.due(), null);
      coming = turn;
    } finally {
      lock.unlock();
    }
    arrive(turn);
  }

  /** A run wants to begin. Called by the timer queue. */
  private void arrive(Turn turn) {
    if (turnstile.enter(turn)) {
      turn.launch();
      return;
    }
    List<Turnstile.Entrant> inside = turnstile.inside();
    boolean waits = turn.waitsFor(inside);
    if (waits && schedule.overlap() == Overlap.CANCEL_PREVIOUS && turn.askedAt == null) {
      inside.forEach(Turnstile.Entrant::cut);
    }
  }

  /** Gives the place of a run to the next one. */
  private void leave(Turn turn) {
    Turnstile.Entrant next = turnstile.leave(turn);
    if (next != null) {
      fabric.timers().schedule(seam.nanos(), next::launch);
    }
  }

  private void spawn(Turn turn) {
    Crew crew = fabric.crew();
    try {
      crew.spawn(crew.newThread(
          spec.threadName(turn.number), spec.thread(), true, turn.hand, () -> turn.runOn(crew)));
    } catch (Throwable e) {
      turn.refuse(e);
    }
  }

  /** A run is over. */
  private void ended(Turn turn, Verdict verdict) {
    lock.lock();
    try {
      running.remove(turn);
      abandoned |= verdict == Verdict.GIVEN_UP && !isForced();
      if (turn.tick == null) {
        turn.giveUp();
      }
      if (!isStopping() && !abandoned) {
        if (schedule.fixedDelay() && turn.askedAt == null) {
          ticks.restart();
        }
      }
    } finally {
      lock.unlock();
    }
    leave(turn);
    endIfDone();
  }

  private enum Stage {
    /** It waits in the turnstile. */
    WAITING,
    /** It is inside, and waits for its thread or for the loop. */
    LET_IN,
    /** Its thread has it. */
    BEGUN,
    /** It was dropped before it began. */
    GONE
  }

  /** One run. */
  private final class Turn extends Letter implements Turnstile.Entrant {
    private final Hand hand = new Hand();
    private final long due; // when it was meant to begin
    private final @Nullable Instant askedAt; // null for one of the series
    private final Delays delays; // guarded by lock
    private Stage stage = Stage.WAITING; // guarded by lock
    private int number = 1; // guarded by lock until it has its thread; among those that run
    private @Nullable Tick tick; // written with lock; once it has begun
    private @Nullable LateTick late; // of its thread; until it is told

    Turn(long due, @Nullable Instant askedAt) {
      this.due = due;
      this.askedAt = askedAt;
      this.delays = new Delays(due);
    }

    /** From now on it waits for one of these to leave, unless it was dropped; says whether. */
    boolean waitsFor(List<Turnstile.Entrant> inside) {
      lock.lock();
      try {
        boolean isOwn = inside.isEmpty() || running.contains(inside.get(0));
        delays.waitFor(isOwn ? "its previous run" : "a run of " + inside.get(0), seam.nanos());
        return stage == Stage.WAITING;
      } finally {
        lock.unlock();
      }
    }

    private void waitsFor(LoopCore next) {
      assert lock.isHeldByCurrentThread();
      delays.waitFor(next + ", busy with " + next.doing(), seam.nanos());
    }

    @Override
    public void launch() {
      boolean isGone;
      lock.lock();
      try {
        isGone = stage == Stage.GONE;
        if (!isGone) {
          stage = Stage.LET_IN;
          number = freeNumber();
          running.add(this);
          if (askedAt == null) {
            ticks.merge();
          }
          if (loop == null) {
            delays.waitFor("the start of its thread", seam.nanos());
          } else {
            waitsFor(loop);
          }
        }
      } finally {
        lock.unlock();
      }
      if (isGone) {
        leave(this);
      } else if (loop != null) {
        loop.post(this, false);
      } else {
        spawn(this);
      }
    }

    @Override
    public void cut() {
      cutShort(hand);
    }

    @Override
    void open(LoopCore.Stint stint) {
      if (begins()) {
        stint.visit(hand, () -> run(() -> {}));
      } else {
        giveUpPlace();
      }
    }

    /** Runs it on the calling thread, which is its own. */
    void runOn(Crew crew) {
      if (begins()) {
        run(crew::retire);
      } else {
        crew.retire();
        giveUpPlace();
      }
    }

    /** Whether it still begins. */
    private boolean begins() {
      lock.lock();
      try {
        if (stage == Stage.LET_IN && askedAt == null && isPaused() && !isStopping()) {
          stage = Stage.GONE;
          forget(this);
          held = true;
        } else if (stage == Stage.LET_IN) {
          stage = Stage.BEGUN;
          LoopCore visited = loop == null ? spec.loop() : null;
          if (visited != null) {
            waitsFor(visited);
          }
        }
        return stage == Stage.BEGUN;
      } finally {
        lock.unlock();
      }
    }

    private void giveUpPlace() {
      boolean inside;
      lock.lock();
      try {
        inside = running.remove(this);
      } finally {
        lock.unlock();
      }
      if (inside) {
        leave(this);
        wake(); // it may have been resumed or stopped meanwhile
      }
    }

    /** Runs it, and {@code afterwards} before anybody learns of its end. */
    private void run(Runnable afterwards) {
      attach(hand, Thread.currentThread());
      Verdict verdict = Verdict.ENDED;
      try {
        hand.setBusy(true);
        Object outcome = call(hand, call, this);
        verdict = Verdict.of(outcome);
        if (verdict == Verdict.RETURNED && outcome != null && to != null) {
          @SuppressWarnings("unchecked") // it is what body returned
          R result = (R) outcome;
          verdict = deliver(hand, to, to.inlet(), result, this);
        }
      } finally {
        hand.setBusy(false);
        detach(hand);
        afterwards.run();
        ended(this, verdict);
      }
    }

    /** Makes the call, on the thread on which the body runs. */
    @SuppressWarnings("NullAway") // the result of a body may be null; R says so to the caller
    R make() throws Exception {
      Tick now = take();
      LateTick told = late;
      if (told != null) {
        late = null;
        lateTicks.tell(told);
      }
      return body.apply(now);
    }

    /** Takes the tick for which it stands; the series goes on to the next one. */
    private Tick take() {
      lock.lock();
      try {
        Tick taken = tick;
        if (taken == null) {
          Instant actual = seam.now();
          runs++;
          lastRun = actual;
          taken = askedAt == null ? takeFromSeries(actual) : new Tick(askedAt, actual, 0);
          tick = taken;
          forget(this);
        }
        return taken;
      } finally {
        lock.unlock();
      }
    }

    /** It ends without having begun. */
    private void giveUp() {
      assert lock.isHeldByCurrentThread();
      forget(this);
      if (askedAt == null && !isStopping() && !abandoned) {
        ticks.lose();
      }
    }

    private Tick takeFromSeries(Instant actual) {
      assert lock.isHeldByCurrentThread();
      long length = ticks.length();
      Tick taken = ticks.take(actual);
      long lateness = seam.nanos() - due;
      if (LateTicks.isLate(lateness, length)) {
        late = new LateTick(
            TimerWorker.this, taken, Duration.ofNanos(lateness), delays.culprit(seam.nanos()));
      }
      return taken;
    }

    @Override
    void refuse(Throwable failure) {
      lock.lock();
      try {
        if (stage == Stage.GONE) {
          return;
        }
        stage = Stage.BEGUN;
      } finally {
        lock.unlock();
      }
      fabric
          .failures()
          .report(new Failure(
              spec.name(), spec.method(), Thread.currentThread(), failure, Then.CONTINUE));
      ended(this, Verdict.SETTLED);
    }

    @Override
    public String toString() {
      return spec.name();
    }
  }

  /** The lowest number that no run has. */
  private int freeNumber() {
    assert lock.isHeldByCurrentThread();
    int free = 1;
    for (int i = 0; i < running.size(); i++) {
      if (running.get(i).number == free) {
        free++;
        i = -1;
      }
    }
    return free;
  }

  // ---- The handle

  @Override
  public void trigger() {
    Turn turn;
    lock.lock();
    try {
      if (!isAlive() || isStopping()) {
        throw new IllegalThreadStateException(
            spec.name() + " is " + state() + ", and runs no more");
      }
      if (asked != null) {
        return;
      }
      turn = new Turn(seam.nanos(), seam.now());
      asked = turn;
    } finally {
      lock.unlock();
    }
    fabric.timers().schedule(seam.nanos(), () -> arrive(turn));
  }

  @Override
  public void reschedule(Duration every) {
    TimerSchedule.requirePositive(every);
    if (!ticks.arePeriodic()) {
      throw new IllegalStateException(spec.name() + " runs at times of day, which stay");
    }
    TimerSchedule.requireWithin(schedule.jitter(), every);
    List<Turn> dropped = new ArrayList<>();
    lock.lock();
    try {
      ticks.reset(every);
      if (over || isStopping()) {
        return;
      }
      Turn begins = coming;
      if (begins != null && !drop(begins, dropped)) {
        begins.take(); // it is as good as begun
      } else if (begins != null || held) {
        ticks.skip();
        held = false;
      }
      ticks.disarm();
      if (!schedule.fixedDelay() || running.stream().allMatch(turn -> turn.askedAt != null)) {
        ticks.restart();
      }
    } finally {
      lock.unlock();
    }
    dropped.forEach(this::leave);
  }

  @Override
  public Optional<Instant> nextRun() {
    lock.lock();
    try {
      boolean comes = !over && !isStopping() && !isPaused() && (ticks.isArmed() || coming != null);
      return comes ? ticks.next() : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Instant> lastRun() {
    lock.lock();
    try {
      return Optional.ofNullable(lastRun);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long runs() {
    lock.lock();
    try {
      return runs;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long missed() {
    lock.lock();
    try {
      return ticks.missed();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      boolean waits = loop != null && running.stream().anyMatch(turn -> turn.stage == Stage.LET_IN);
      return super.toString() + (waits ? ", waits for " + loop : "");
    } finally {
      lock.unlock();
    }
  }
}
