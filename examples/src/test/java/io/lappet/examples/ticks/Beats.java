package io.lappet.examples.ticks;

import io.lappet.Channel;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Limit;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Periodic timers of all kinds, for tests that say what each run does. */
final class Beats {
  private Beats() {}

  interface Beat {
    void at(Tick tick) throws Exception;
  }

  /** Runs what the test says. */
  abstract static class Told {
    private final Beat beat;

    Told(Beat beat) {
      this.beat = beat;
    }

    final void run(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Plain extends Told {
    Plain(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class AtOnce extends Told {
    AtOnce(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", initialDelay = "0s")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Rests extends Told {
    Rests(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", fixedDelay = true)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class QueueOne extends Told {
    QueueOne(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.QUEUE_ONE)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class CancelPrevious extends Told {
    CancelPrevious(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.CANCEL_PREVIOUS)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Two extends Told {
    Two(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.PARALLEL, concurrency = 2)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Timed extends Told {
    Timed(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", timeout = "150ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class TimedQueue extends Told {
    TimedQueue(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", timeout = "150ms", overlap = Overlap.QUEUE_ONE)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class TimedCancel extends Told {
    TimedCancel(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", timeout = "50ms", overlap = Overlap.CANCEL_PREVIOUS)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class TimedTwo extends Told {
    TimedTwo(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", timeout = "250ms", overlap = Overlap.PARALLEL, concurrency = 2)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Jittery extends Told {
    Jittery(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", jitter = "40ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Feeds {
    private int next;

    @PeriodicTimer(every = "100ms", to = "out")
    Integer feed() {
      return ++next;
    }

    @ChannelSpec(capacity = 1)
    abstract Channel<Integer> out();

    abstract Timer feedTimer();

    int made() {
      return next;
    }
  }

  abstract static class Limited extends Told {
    Limited(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.PARALLEL, concurrency = 5)
    @Limit(permits = 1)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Retries extends Told {
    Retries(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms")
    @OnError(retries = 2, backoff = "30ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class StopsOnError extends Told {
    StopsOnError(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms")
    @OnError(then = OnError.Then.STOP)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Largest extends Told {
    Largest(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "9223372036854775807ns", initialDelay = "0s")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class TwoSchedules extends Told {
    TwoSchedules(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms")
    @PeriodicTimer(every = "250ms", name = "slow")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  interface Defaulted {
    void out(String text);

    @PeriodicTimer(every = "100ms")
    default void pulse() {
      out("pulse");
    }
  }

  static class BaseBeat {
    int inherited;

    @PeriodicTimer(every = "50ms")
    void base() {
      inherited++;
    }
  }

  @Woven
  abstract static class Heir extends BaseBeat implements Defaulted {
    int pulses;

    @Override
    public void out(String text) {
      pulses++;
    }
  }

  abstract static class Pipe {
    int got;

    @PeriodicTimer(every = "100ms", to = "numbers")
    Integer number(Tick tick) {
      return tick.missed();
    }

    @Consumer(from = "numbers")
    void take(int number) {
      got++;
    }

    abstract Timer numberTimer();
  }

  @Woven(confined = true)
  abstract static class Loop {
    final List<String> log = new ArrayList<>();
    private final Beat beat;

    Loop(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms")
    void a(Tick tick) throws Exception {
      log.add("a");
      beat.at(tick);
    }

    @PeriodicTimer(every = "100ms")
    void b() {
      log.add("b");
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.QUEUE_ONE, timeout = "50ms")
    void c(Tick tick) throws Exception {
      log.add("c");
      beat.at(tick);
    }

    abstract Timer aTimer();

    abstract Timer bTimer();

    abstract Timer cTimer();
  }

  abstract static class Locked {
    final List<String> log = new ArrayList<>();
    private final Beat beat;

    Locked(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", timeout = "150ms")
    @Synchronized
    void tick(Tick tick) throws Exception {
      log.add("in");
      beat.at(tick);
      log.add("out");
    }

    @Synchronized
    void hold(Beat body) throws Exception {
      body.at(null);
    }

    abstract Timer tickTimer();
  }

  abstract static class Restarts extends Told {
    Restarts(Beat beat) {
      super(beat);
    }

    @PeriodicTimer(every = "100ms")
    @OnError(then = OnError.Then.RESTART, backoff = "250ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }
}
