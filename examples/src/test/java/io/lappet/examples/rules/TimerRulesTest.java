package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.WiringException;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods, one-shots and their handles in whole programs. */
class TimerRulesTest {
  // ---- Rule 10: what is due at the same instant

  abstract static class Chorus {
    private final Log log;

    Chorus(Log log) {
      this.log = log;
    }

    @PeriodicTimer(every = "100ms")
    void soprano() {
      log.add("soprano");
    }

    @PeriodicTimer(every = "50ms")
    void alto() {
      log.add("alto");
    }

    void bow(String who) {
      log.add(who);
    }

    @Async(delay = "100ms")
    abstract Task<Void> bowAsync(String who);
  }

  // Delayed tasks and ticks due at the same instant start in the order in which they were made or
  // declared, whatever they are.
  @LappetTest
  void whatIsDueAtTheSameInstantStartsInTheOrderInWhichItWasMade(TestFabric fabric) {
    Log log = new Log(fabric);
    fabric.after(ms(100), "before", () -> log.add("before"));
    Chorus c = fabric.start(new WovenTimerRulesTest_Chorus(fabric, log));
    c.bowAsync("first");
    fabric.after(ms(100), "after", () -> log.add("after"));
    c.bowAsync("second");
    fabric.advance(ms(100));
    assertThat(log.lines())
        .containsExactly(
            "alto@50",
            "before@100",
            "soprano@100",
            "alto@100",
            "first@100",
            "after@100",
            "second@100");
  }

  // TMR.2 with equals: what is added later for the same instant comes later, also from a task.
  @LappetTest
  void whatATaskAddsForTheSameInstantComesLast(TestFabric fabric) {
    Log log = new Log(fabric);
    fabric.after(ms(100), "a", () -> {
      log.add("a");
      fabric.after(Duration.ZERO, "d", () -> log.add("d"));
      fabric.after(ms(50), "e", () -> log.add("e"));
    });
    fabric.after(ms(100), "b", () -> log.add("b"));
    fabric.after(ms(150), "c", () -> log.add("c"));
    fabric.advance(ms(200));
    assertThat(log.lines()).containsExactly("a@100", "b@100", "d@100", "c@150", "e@150");
  }

  // ---- Rule 12: periods

  abstract static class Told {
    private final Act<Tick> act;

    Told(Act<Tick> act) {
      this.act = act;
    }

    final void run(Tick tick) throws Exception {
      act.on(tick);
    }

    abstract Timer tickTimer();
  }

  abstract static class Queued extends Told {
    Queued(Act<Tick> act) {
      super(act);
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.QUEUE_ONE)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  private static String seen(Tick tick) {
    Instant zero = Instant.parse("2000-01-01T00:00:00Z");
    return Duration.between(zero, tick.scheduled()).toMillis() + " missed " + tick.missed();
  }

  // QUEUE_ONE keeps the first tick that came while busy; the others are missed, and nobody bursts.
  @LappetTest(seeds = 5)
  void queueOneKeepsTheFirstTickThatCame(TestFabric fabric) {
    Log log = new Log(fabric);
    Queued c = fabric.start(new WovenTimerRulesTest_Queued(fabric, tick -> {
      log.add(seen(tick));
      if (log.lines().size() == 1) {
        fabric.sleep(ms(450));
      }
    }));
    fabric.advance(ms(750));
    assertThat(log.lines())
        .containsExactly(
            "100 missed 0@100", "200 missed 0@550", "600 missed 3@600", "700 missed 0@700");
    assertThat(c.tickTimer().missed()).isEqualTo(3);
    assertThat(c.tickTimer().runs()).isEqualTo(4);
  }

  abstract static class Rests extends Told {
    Rests(Act<Tick> act) {
      super(act);
    }

    @PeriodicTimer(every = "100ms", fixedDelay = true, timeout = "50ms")
    @OnError(retries = 1, backoff = "30ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  // A fixed delay counts from the end of a run, with its retries and limits; the interrupt of a
  // limit
  // fails the run, and each try has the whole limit.
  @LappetTest(seeds = 5)
  void aFixedDelayCountsFromTheEndOfTheLastTry(TestFabric fabric) {
    Log log = new Log(fabric);
    Rests c = fabric.start(new WovenTimerRulesTest_Rests(fabric, tick -> {
      log.add("run");
      fabric.sleep(ms(log.lines().size() < 3 ? 500 : 20));
    }));
    fabric.advance(ms(500));
    // 100 to 150, 180 to 230: given up; then 330 to 350, 450 to 470
    assertThat(log.lines()).containsExactly("run@100", "run@180", "run@330", "run@450");
    assertThat(c.tickTimer().runs()).isEqualTo(3);
    assertThat(c.tickTimer().failures()).isEqualTo(2);
    assertThat(c.tickTimer().missed()).isZero();
    assertThat(c.tickTimer().lastFailure()).containsInstanceOf(TimeoutException.class);
  }

  abstract static class Sampler {
    private final Log log;
    private int made;

    Sampler(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 0)
    abstract Channel<Integer> samples();

    @PeriodicTimer(every = "100ms", to = "samples")
    Integer sample() {
      made++;
      return made % 2 == 0 ? null : made;
    }

    @Consumer(from = "samples")
    void store(Integer sample) throws InterruptedException {
      log.add(sample);
      fabric().sleep(ms(250));
    }

    abstract Timer sampleTimer();
  }

  // A run is over when its result was handed over; what comes meanwhile is merged; null sends
  // nothing.
  @LappetTest(seeds = 5)
  void aRunLastsUntilItsResultWasHandedOver(TestFabric fabric) {
    Log log = new Log(fabric);
    Sampler c = fabric.start(new WovenTimerRulesTest_Sampler(fabric, log));
    fabric.advance(ms(645));
    // 1 is taken at 100 until 350; 2 is none; 3 of 300 is taken at 350 until 600; the tick of 400
    // is
    // none; 5 of 500 waits until 600
    assertThat(log.lines()).containsExactly("1@100", "3@350", "5@600");
    assertThat(c.sampleTimer().runs()).isEqualTo(6);
    assertThat(c.sampleTimer().missed()).isZero();
  }

  abstract static class Doors {
    private final Log log;
    private boolean open;

    Doors(Log log) {
      this.log = log;
    }

    boolean isOpen() {
      return open;
    }

    @PeriodicTimer(every = "100ms")
    @Synchronized
    @WaitUntil("isOpen")
    void pass() throws InterruptedException {
      log.add("pass");
    }

    @Synchronized
    void set(boolean open) {
      this.open = open;
    }

    abstract Timer passTimer();
  }

  // Rules 9 and 12: a run that waits for its guard holds up the series; ticks merge; closing does
  // not
  // wait longer than its grace for it.
  @LappetTest(seeds = 5)
  void aRunThatWaitsForItsGuardMergesTicks(TestFabric fabric) {
    Log log = new Log(fabric);
    Doors c = fabric.start(new WovenTimerRulesTest_Doors(fabric, log));
    fabric.advance(ms(450));
    assertThat(log.lines()).isEmpty();
    c.set(true);
    fabric.advance(ms(200));
    assertThat(log.lines()).containsExactly("pass@450", "pass@450", "pass@500", "pass@600");
    assertThat(c.passTimer().missed()).isEqualTo(2);
    c.set(false);
    fabric.advance(ms(100));
    assertThat(fabric.close(ms(100)).clean()).isFalse();
    assertThat(log.lines()).hasSize(4);
  }

  abstract static class Shared extends Told {
    Shared(Act<Tick> act) {
      super(act);
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.PARALLEL, concurrency = 3)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  // PARALLEL(n): never more than n at once; closing waits for all of them and none begins after.
  @LappetTest(seeds = 5)
  void closingWaitsForAllRunsThatOverlap(TestFabric fabric) {
    Log log = new Log(fabric);
    fabric.start(new WovenTimerRulesTest_Shared(fabric, tick -> {
      log.add("begin");
      fabric.sleep(ms(1000));
      log.add("end");
    }));
    fabric.advance(ms(450));
    assertThat(fabric.close(Duration.ofSeconds(5)).clean()).isTrue();
    assertThat(log.linesOf("begin")).containsExactly("begin@100", "begin@200", "begin@300");
    assertThat(log.linesOf("end")).containsExactly("end@1100", "end@1200", "end@1300");
  }

  abstract static class Plain extends Told {
    Plain(Act<Tick> act) {
      super(act);
    }

    @PeriodicTimer(every = "100ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  // Resume: ticks that were missed in a pause are merged into one run at once; then the grid goes
  // on.
  @LappetTest(seeds = 5)
  void ticksOfAPauseBecomeOneRunWhenItEnds(TestFabric fabric) {
    Log log = new Log(fabric);
    Plain c = fabric.start(new WovenTimerRulesTest_Plain(fabric, tick -> log.add(seen(tick))));
    fabric.advance(ms(120));
    c.tickTimer().pause();
    assertThat(c.tickTimer().nextRun()).isEmpty();
    fabric.advance(ms(430));
    assertThat(log.lines()).containsExactly("100 missed 0@100");
    c.tickTimer().resume();
    fabric.advance(ms(60));
    assertThat(log.lines())
        .containsExactly("100 missed 0@100", "500 missed 3@550", "600 missed 0@600");
    assertThat(c.tickTimer().nextRun()).contains(Instant.parse("2000-01-01T00:00:00.700Z"));
  }

  // PER.5 with a grid: a timer that is started again begins a new grid, with no run for the past.
  @LappetTest(seeds = 5)
  void aNewLifeIsANewGrid(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Plain c = fabric.start(new WovenTimerRulesTest_Plain(fabric, tick -> log.add(seen(tick))));
    fabric.advance(ms(130));
    c.tickTimer().stop();
    c.tickTimer().stop();
    c.tickTimer().join();
    assertThatThrownBy(() -> c.tickTimer().trigger())
        .isInstanceOf(IllegalThreadStateException.class);
    fabric.advance(ms(1000));
    c.tickTimer().start();
    assertThatThrownBy(() -> c.tickTimer().start()).isInstanceOf(IllegalThreadStateException.class);
    fabric.advance(ms(230));
    assertThat(log.lines())
        .containsExactly("100 missed 0@100", "1230 missed 0@1230", "1330 missed 0@1330");
    assertThat(c.tickTimer().missed()).isZero();
  }

  // Rule 5: a mistake changes nothing; rule 2: the largest period works.
  @LappetTest(seeds = 5)
  void aPeriodThatIsNoneIsRefusedAndTheLargestOneNeverComes(TestFabric fabric) {
    Log log = new Log(fabric);
    Plain c = fabric.start(new WovenTimerRulesTest_Plain(fabric, tick -> log.add("run")));
    fabric.advance(ms(50));
    for (Duration none : List.of(Duration.ZERO, ms(-1), Duration.ofSeconds(Long.MIN_VALUE))) {
      assertThatThrownBy(() -> c.tickTimer().reschedule(none))
          .isInstanceOf(IllegalArgumentException.class);
    }
    fabric.advance(ms(100));
    assertThat(log.lines()).containsExactly("run@100");
    c.tickTimer().reschedule(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    fabric.advance(Duration.ofDays(1000));
    assertThat(log.lines()).containsExactly("run@100");
    assertThat(c.tickTimer().nextRun()).isEmpty();
    c.tickTimer().reschedule(ms(10));
    fabric.advance(ms(25));
    assertThat(log.lines()).hasSize(3);
  }

  // Design 14: periods, delays and limits may be configured, for one or for all; what the compiler
  // would refuse is refused, and names the key.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void periodsMayBeConfigured(long seed) {
    try (TestFabric fabric =
        TestFabric.create(seed, Map.of("*.tick.every", "40ms", "Plain.tick.initialDelay", "0s"))) {
      Log log = new Log(fabric);
      fabric.start(new WovenTimerRulesTest_Plain(fabric, tick -> log.add("plain")));
      fabric.start(new WovenTimerRulesTest_Queued(fabric, tick -> log.add("queued")));
      fabric.advance(ms(100));
      assertThat(log.linesOf("plain")).containsExactly("plain@0", "plain@40", "plain@80");
      assertThat(log.linesOf("queued")).containsExactly("queued@40", "queued@80");
    }
    try (TestFabric fabric = TestFabric.create(seed, Map.of("Plain.tick.every", "0s"))) {
      assertThatThrownBy(() -> new WovenTimerRulesTest_Plain(fabric, tick -> {}))
          .isInstanceOf(WiringException.class)
          .hasMessageContaining("Plain.tick.every");
    }
    try (TestFabric fabric = TestFabric.create(seed, Map.of("Plain.tick.evry", "1s"))) {
      new WovenTimerRulesTest_Plain(fabric, tick -> {});
      assertThatThrownBy(fabric::start)
          .isInstanceOf(WiringException.class)
          .hasMessageContaining("Plain.tick.evry")
          .hasMessageContaining("every");
    }
  }

  abstract static class Cut {
    private final Log log;

    Cut(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 1)
    abstract Channel<String> out();

    @PeriodicTimer(every = "100ms", to = "out", overlap = Overlap.CANCEL_PREVIOUS)
    String tick(Tick tick) throws InterruptedException {
      log.add("begin");
      try {
        fabric().sleep(ms(tick.scheduled().getNano() == 200_000_000 ? 150 : 20));
      } catch (InterruptedException e) {
        log.add("cut");
        throw e;
      }
      return Long.toString(log.now());
    }

    abstract Timer tickTimer();
  }

  // CANCEL_PREVIOUS interrupts a run in its body; one that has returned still delivers its result.
  @LappetTest(seeds = 5)
  void aRunThatHasReturnedIsNotCancelledWhileItDelivers(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Cut c = fabric.start(new WovenTimerRulesTest_Cut(fabric, log));
    fabric.advance(ms(550));
    // 100: sent at 120. 200: cut at 300. 300: returned at 320, waits for room; 400, 500 wait behind
    // it
    assertThat(log.lines()).containsExactly("begin@100", "begin@200", "cut@300", "begin@300");
    assertThat(c.out().receive()).isEqualTo("120");
    fabric.settle();
    assertThat(c.out().receive()).isEqualTo("320");
    assertThat(c.tickTimer().failures()).isZero();
    assertThat(c.tickTimer().missed()).isEqualTo(1);
    assertThat(c.tickTimer().runs()).isEqualTo(4);
  }
}
