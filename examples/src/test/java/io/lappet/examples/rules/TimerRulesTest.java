package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Task;
import io.lappet.Tick;
import io.lappet.WiringException;
import io.lappet.annotation.Async;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the runs of timers, and delayed tasks, are due. */
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

  // ---- Rule 12: the grid of a period

  private static String seen(Tick tick) {
    Instant zero = Instant.parse("2000-01-01T00:00:00Z");
    return Duration.between(zero, tick.scheduled()).toMillis() + " missed " + tick.missed();
  }

  abstract static class Plain extends Ticker {
    Plain(Act<Tick> act) {
      super(act);
    }

    @PeriodicTimer(every = "100ms")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  // Ticks that were missed in a pause are merged into one run at once; then the grid goes on.
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

  abstract static class Queued extends Ticker {
    Queued(Act<Tick> act) {
      super(act);
    }

    @PeriodicTimer(every = "100ms", overlap = Overlap.QUEUE_ONE)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
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

  // Design 14: periods and delays may be configured, for one or for all; what the compiler would
  // refuse is refused, and names the key.
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
}
