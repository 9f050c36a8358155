package io.lappet.examples.ticks;

import io.lappet.Channel;
import io.lappet.Task;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Fold;
import io.lappet.annotation.Gap;
import io.lappet.annotation.Limit;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Timers and delayed tasks of all kinds, for tests that say what each run does. */
final class Beats {
  private Beats() {}

  interface Beat {
    void at(Tick tick) throws Exception;
  }

  abstract static class Plain {
    private final Beat beat;

    Plain(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class AtOnce {
    private final Beat beat;

    AtOnce(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", initialDelay = "0s")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Rests {
    private final Beat beat;

    Rests(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", fixedDelay = true)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class QueueOne {
    private final Beat beat;

    QueueOne(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.QUEUE_ONE)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class CancelPrevious {
    private final Beat beat;

    CancelPrevious(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.CANCEL_PREVIOUS)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Two {
    private final Beat beat;

    Two(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.PARALLEL, concurrency = 2)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Timed {
    private final Beat beat;

    Timed(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", timeout = "150ms")
    void skip(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer skipTimer();
  }

  abstract static class TimedQueue {
    private final Beat beat;

    TimedQueue(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", timeout = "150ms", overlap = Overlap.QUEUE_ONE)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class TimedCancel {
    private final Beat beat;

    TimedCancel(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", timeout = "50ms", overlap = Overlap.CANCEL_PREVIOUS)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class TimedTwo {
    private final Beat beat;

    TimedTwo(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", timeout = "250ms", overlap = Overlap.PARALLEL, concurrency = 2)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Jittery {
    private final Beat beat;

    Jittery(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", jitter = "40ms")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
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

  abstract static class Limited {
    private final Beat beat;

    Limited(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.PARALLEL, concurrency = 5)
    @Limit(permits = 1)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Retries {
    private final Beat beat;

    Retries(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms")
    @OnError(retries = 2, backoff = "30ms")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class StopsOnError {
    private final Beat beat;

    StopsOnError(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms")
    @OnError(then = OnError.Then.STOP)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Nightly {
    private final Beat beat;

    Nightly(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(cron = "30 2 * * *", zone = "Europe/Berlin")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class NightlySkip {
    private final Beat beat;

    NightlySkip(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(cron = "30 2 * * *", zone = "Europe/Berlin", gap = Gap.SKIP, fold = Fold.BOTH)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class NightlyLast {
    private final Beat beat;

    NightlyLast(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(cron = "30 2 * * *", zone = "Europe/Berlin", gap = Gap.AT_END, fold = Fold.LAST)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Quarterly {
    private final Beat beat;

    Quarterly(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(cron = "*/30 * * * *", zone = "Europe/Berlin")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class QuarterlyOnce {
    private final Beat beat;

    QuarterlyOnce(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(
        cron = "*/30 * * * *",
        zone = "Europe/Berlin",
        gap = Gap.AT_END,
        fold = Fold.FIRST)
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Largest {
    private final Beat beat;

    Largest(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "9223372036854775807ns", initialDelay = "0s")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class TwoSchedules {
    private final Beat beat;

    TwoSchedules(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms")
    @PeriodicTimer(every = "250ms", name = "slow")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
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

  abstract static class Restarts {
    private final Beat beat;

    Restarts(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(every = "100ms")
    @OnError(then = OnError.Then.RESTART, backoff = "250ms")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class CronJitter {
    private final Beat beat;

    CronJitter(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(cron = "* * * * *", jitter = "20s")
    void tick(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class CronQueue {
    private final Beat beat;

    CronQueue(Beat beat) {
      this.beat = beat;
    }

    @PeriodicTimer(cron = "*/10 * * * * *", overlap = Overlap.CANCEL_PREVIOUS)
    void cancel(Tick tick) throws Exception {
      beat.at(tick);
    }

    abstract Timer cancelTimer();
  }

  abstract static class OneShots {
    final List<String> log = new ArrayList<>();
    private final Beat beat;

    OneShots(Beat beat) {
      this.beat = beat;
    }

    void say(String what, List<String> more) throws Exception {
      log.add(what + more);
      beat.at(null);
    }

    @Async(delay = "100ms")
    abstract void sayAsync(String what, List<String> more);

    int count(int n) throws Exception {
      beat.at(null);
      return n + 1;
    }

    @Async(delay = "100ms")
    abstract Task<Integer> countAsync(int n);
  }
}
