package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Tick;
import io.lappet.Timer;
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
import java.util.concurrent.TimeoutException;

/** Rule 12: runs of timers that last: they overlap, fail, wait or are cut short. */
class TimerRunRulesTest {
  abstract static class Rests extends Ticker {
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
  // limit fails the run, and each try has the whole limit.
  @LappetTest(seeds = 5)
  void aFixedDelayCountsFromTheEndOfTheLastTry(TestFabric fabric) {
    Log log = new Log(fabric);
    Rests c = fabric.start(new WovenTimerRunRulesTest_Rests(fabric, tick -> {
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

  // A run is over when its result was handed over; ticks of meanwhile merge; null sends nothing.
  @LappetTest(seeds = 5)
  void aRunLastsUntilItsResultWasHandedOver(TestFabric fabric) {
    Log log = new Log(fabric);
    Sampler c = fabric.start(new WovenTimerRunRulesTest_Sampler(fabric, log));
    fabric.advance(ms(645));
    // 1 is taken at 100 until 350; 2 is none; 3 of 300 is taken at 350 until 600; the tick of 400
    // is none; 5 of 500 waits until 600
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

  // Rules 9 and 12: a run that waits for its guard holds up the series; ticks merge; closing waits
  // for it no longer than its grace.
  @LappetTest(seeds = 5)
  void aRunThatWaitsForItsGuardMergesTicks(TestFabric fabric) {
    Log log = new Log(fabric);
    Doors c = fabric.start(new WovenTimerRunRulesTest_Doors(fabric, log));
    fabric.advance(ms(450));
    assertThat(log.lines()).isEmpty();
    c.set(true);
    fabric.advance(ms(200));
    assertThat(log.lines()).containsExactly("pass@450", "pass@450", "pass@500", "pass@600");
    assertThat(c.passTimer().missed()).isEqualTo(2);
    c.set(false);
    fabric.advance(ms(100));
    assertThat(fabric.close(ms(100)).clean()).isFalse();
    assertThat(log.now()).isEqualTo(850);
    assertThat(log.lines()).hasSize(4);
  }

  abstract static class Shared extends Ticker {
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
    fabric.start(new WovenTimerRunRulesTest_Shared(fabric, tick -> {
      log.add("begin");
      fabric.sleep(ms(1000));
      log.add("end");
    }));
    fabric.advance(ms(450));
    assertThat(fabric.close(Duration.ofSeconds(5)).clean()).isTrue();
    assertThat(log.linesOf("begin")).containsExactly("begin@100", "begin@200", "begin@300");
    assertThat(log.linesOf("end")).containsExactly("end@1100", "end@1200", "end@1300");
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
    String tick() throws InterruptedException {
      log.add("begin");
      try {
        fabric().sleep(ms(log.now() == 200 ? 150 : 20));
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
    Cut c = fabric.start(new WovenTimerRunRulesTest_Cut(fabric, log));
    fabric.advance(ms(550));
    // 100: sent at 120. 200: cut at 300. 300: returned at 320, waits for room, as do 400 and 500
    assertThat(log.lines()).containsExactly("begin@100", "begin@200", "cut@300", "begin@300");
    assertThat(c.out().receive()).isEqualTo("120");
    fabric.settle();
    assertThat(c.out().receive()).isEqualTo("320");
    assertThat(c.tickTimer().failures()).isZero();
    assertThat(c.tickTimer().missed()).isEqualTo(1);
    assertThat(c.tickTimer().runs()).isEqualTo(4);
  }
}
