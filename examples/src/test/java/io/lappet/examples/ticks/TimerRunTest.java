package io.lappet.examples.ticks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Fabric;
import io.lappet.ShutdownReport;
import io.lappet.Tick;
import io.lappet.Worker;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs that take long, fail, or meet others. */
class TimerRunTest {
  private final Watch watch = new Watch();
  private final List<Tick> ticks = watch.ticks;

  @LappetTest(seeds = 3)
  void aTimerThatAlwaysThrowsGoesOn(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      throw new IllegalStateException("no");
    }));
    fabric.advance(Watch.ms(2000));
    assertThat(ticks).hasSize(20);
    assertThat(c.tickTimer().failures()).isEqualTo(20);
    assertThat(c.tickTimer().handled()).isZero();
    assertThat(c.tickTimer().runs()).isEqualTo(20);
    assertThat(c.tickTimer().lastFailure()).isPresent();
    assertThat(fabric.failure()).isEmpty();
  }

  @LappetTest(seeds = 3)
  void closeDuringARunWaitsForItAndNoFurtherBegins(TestFabric fabric) {
    fabric.start(new WovenBeats_Plain(fabric, watch.works(fabric, 250)));
    fabric.advance(Watch.ms(150));
    ShutdownReport report = fabric.close(Watch.ms(1000));
    assertThat(report.clean()).isTrue();
    assertThat(watch.actual()).containsExactly(100L);
    assertThat(Duration.between(Watch.ZERO, fabric.time().now()))
        .isGreaterThanOrEqualTo(Watch.ms(350));
  }

  @LappetTest(seeds = 3)
  void closeWhoseGraceEndsInterruptsTheRun(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    fabric.start(new WovenBeats_Plain(fabric, tick -> {
      try {
        fabric.sleep(Duration.ofHours(1));
      } catch (InterruptedException e) {
        log.add("interrupted at "
            + Duration.between(Watch.ZERO, fabric.time().now()).toMillis());
      }
    }));
    fabric.advance(Watch.ms(150));
    ShutdownReport report = fabric.close(Watch.ms(100));
    assertThat(log).containsExactly("interrupted at 250");
    assertThat(report.clean()).isFalse();
  }

  @LappetTest(seeds = 3)
  void closeFromInsideARun(TestFabric fabric) {
    List<Boolean> clean = new ArrayList<>();
    fabric.start(new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      clean.add(fabric.close(Watch.ms(500)).clean());
    }));
    fabric.advance(Watch.ms(2000));
    assertThat(ticks).hasSize(1);
    assertThat(clean).containsExactly(true);
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @LappetTest(seeds = 3)
  void aTimeoutWithSkip(TestFabric fabric) {
    Beats.Timed c = fabric.start(new WovenBeats_Timed(fabric, watch.works(fabric, 1000)));
    fabric.advance(Watch.ms(620));
    // 100: until 250 (timeout), tick of 200 passed -> at 250 run (scheduled 200) until 400; 300+400
    // -> at 400 a run (scheduled 400, missed 1) until 550; 500 -> at 550
    assertThat(watch.actual()).containsExactly(100L, 250L, 400L, 550L);
    assertThat(watch.scheduled()).containsExactly(100L, 200L, 400L, 500L);
    assertThat(watch.missed()).containsExactly(0, 0, 1, 0);
    assertThat(c.tickTimer().failures()).isEqualTo(3);
    assertThat(c.tickTimer().lastFailure().orElseThrow()).isInstanceOf(TimeoutException.class);
  }

  @LappetTest(seeds = 3)
  void aTimeoutWithQueueOne(TestFabric fabric) {
    fabric.start(new WovenBeats_TimedQueue(fabric, watch.works(fabric, 1000)));
    fabric.advance(Watch.ms(620));
    assertThat(watch.actual()).containsExactly(100L, 250L, 400L, 550L);
    assertThat(watch.scheduled()).containsExactly(100L, 200L, 300L, 500L);
    assertThat(watch.missed()).containsExactly(0, 0, 0, 1);
  }

  @LappetTest(seeds = 3)
  void aTimeoutWithCancelPrevious(TestFabric fabric) {
    Beats.TimedCancel c =
        fabric.start(new WovenBeats_TimedCancel(fabric, watch.works(fabric, 1000)));
    fabric.advance(Watch.ms(420));
    assertThat(watch.actual()).containsExactly(100L, 200L, 300L, 400L);
    assertThat(c.tickTimer().failures()).isEqualTo(3);
  }

  @LappetTest(seeds = 3)
  void aTimeoutWithParallel(TestFabric fabric) {
    Beats.TimedTwo c = fabric.start(new WovenBeats_TimedTwo(fabric, watch.works(fabric, 1000)));
    fabric.advance(Watch.ms(820));
    // 100, 200 in; 300 waits until 350; 400 -> 450; 500,600 -> 600 (100+250.. first slots)
    assertThat(watch.actual().subList(0, 4)).containsExactly(100L, 200L, 350L, 450L);
    assertThat(c.tickTimer().failures()).isGreaterThanOrEqualTo(4);
  }

  @LappetTest(seeds = 3)
  void cancelPreviousOfARunThatIgnoresItsInterrupt(TestFabric fabric) {
    AtomicInteger interrupts = new AtomicInteger();
    Beats.CancelPrevious c = fabric.start(new WovenBeats_CancelPrevious(fabric, tick -> {
      ticks.add(tick);
      Instant end = fabric.time().now().plusMillis(350);
      while (fabric.time().now().isBefore(end)) {
        try {
          fabric.sleep(Duration.between(fabric.time().now(), end));
        } catch (InterruptedException e) {
          interrupts.incrementAndGet();
        }
      }
    }));
    fabric.advance(Watch.ms(850));
    // 100..450, then 200,300,400 merged: at 450 (sched 400, missed 2)..800; 500,600,700,800 -> at
    // 800
    assertThat(watch.actual()).containsExactly(100L, 450L, 800L);
    assertThat(watch.scheduled().get(1)).isEqualTo(400L);
    assertThat(watch.missed()).containsExactly(0, 2, 3);
    assertThat(interrupts.get()).isEqualTo(2);
    assertThat(c.tickTimer().failures()).isZero();
  }

  @LappetTest(seeds = 3)
  void parallelFullMergesTheRest(TestFabric fabric) {
    Beats.Two c = fabric.start(new WovenBeats_Two(fabric, watch.works(fabric, 450)));
    fabric.advance(Watch.ms(720));
    // 100..550, 200..650; 300,400,500 merge -> 550 (sched 500, missed 2); 600 -> 650
    assertThat(watch.actual()).containsExactly(100L, 200L, 550L, 650L);
    assertThat(watch.scheduled()).containsExactly(100L, 200L, 500L, 600L);
    assertThat(watch.missed()).containsExactly(0, 0, 2, 0);
    assertThat(c.tickTimer().missed()).isEqualTo(2);
  }

  @LappetTest(seeds = 3)
  void ticksDuringALongRunAreMerged(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      if (ticks.size() == 1) {
        fabric.sleep(Watch.ms(1020));
      }
    }));
    fabric.advance(Watch.ms(1310));
    // 100..1120; ticks 200..1100 (10) -> one at 1120 (scheduled 1100, missed 9); 1200; 1300
    assertThat(watch.actual()).containsExactly(100L, 1120L, 1200L, 1300L);
    assertThat(watch.scheduled()).containsExactly(100L, 1100L, 1200L, 1300L);
    assertThat(watch.missed()).containsExactly(0, 9, 0, 0);
    assertThat(c.tickTimer().runs()).isEqualTo(4);
    assertThat(c.tickTimer().missed()).isEqualTo(9);
    assertThat(c.tickTimer().lastRun()).contains(Watch.ZERO.plusMillis(1300));
  }

  @LappetTest(seeds = 3)
  void aFullChannelHoldsUpTheTimerAndTicksAreMerged(TestFabric fabric) throws Exception {
    Beats.Feeds c = fabric.start(new WovenBeats_Feeds(fabric));
    fabric.advance(Watch.ms(550));
    // run 1 -> sent; run 2 blocks since 200
    assertThat(c.made()).isEqualTo(2);
    assertThat(c.out().receive()).isEqualTo(1);
    fabric.settle();
    assertThat(c.out().receive()).isEqualTo(2);
    fabric.settle();
    assertThat(c.made()).isEqualTo(3);
    assertThat(c.feedTimer().missed()).isEqualTo(2);
  }

  @LappetTest(seeds = 3)
  void aClosedChannel(TestFabric fabric) throws Exception {
    Beats.Feeds c = fabric.start(new WovenBeats_Feeds(fabric));
    fabric.advance(Watch.ms(150));
    c.out().close();
    fabric.advance(Watch.ms(1000));
    assertThat(c.made()).isEqualTo(2);
    assertThat(c.feedTimer().state()).isEqualTo(Worker.State.FAILED);
    assertThat(fabric.failure()).isEmpty();
  }

  @LappetTest(seeds = 3)
  void aLimitOfOneMakesParallelRunsWait(TestFabric fabric) {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Beats.Limited c = fabric.start(new WovenBeats_Limited(fabric, tick -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      ticks.add(tick);
      fabric.sleep(Watch.ms(150));
      inside.decrementAndGet();
    }));
    fabric.advance(Watch.ms(1000));
    assertThat(most).hasValue(1);
    assertThat(ticks).hasSize(7);
    fabric.close(Watch.ms(2000));
  }

  @LappetTest(seeds = 3)
  void retriesBelongToOneRun(TestFabric fabric) {
    Beats.Retries c = fabric.start(new WovenBeats_Retries(fabric, tick -> {
      ticks.add(tick);
      throw new IllegalStateException("no");
    }));
    fabric.advance(Watch.ms(199));
    assertThat(ticks).hasSize(3); // 100, 130, 190
    assertThat(c.tickTimer().runs()).isEqualTo(1);
    assertThat(ticks).containsOnly(ticks.get(0));
  }

  @LappetTest(seeds = 3)
  void stopOnErrorEndsTheSeriesAndOthersGoOn(TestFabric fabric) {
    Beats.StopsOnError c = fabric.start(new WovenBeats_StopsOnError(fabric, tick -> {
      throw new IllegalStateException("no");
    }));
    fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Watch.ms(500));
    assertThat(c.tickTimer().runs()).isEqualTo(1);
    assertThat(c.tickTimer().state()).isEqualTo(Worker.State.FAILED);
    assertThat(ticks).hasSize(5);
    assertThatThrownBy(() -> c.tickTimer().trigger())
        .isInstanceOf(IllegalThreadStateException.class);
    assertThatThrownBy(() -> c.tickTimer().start()).isInstanceOf(IllegalThreadStateException.class);
  }

  @LappetTest(seeds = 3)
  void twoSchedulesOfOneMethodNeverOverlap(TestFabric fabric) {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    fabric.start(new WovenBeats_TwoSchedules(fabric, tick -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      ticks.add(tick);
      fabric.sleep(Watch.ms(30));
      inside.decrementAndGet();
    }));
    fabric.advance(Watch.ms(540));
    assertThat(most).hasValue(1);
    // 100, 200, 250, 300, 400, 500 (+ 530)
    assertThat(watch.actual()).containsExactly(100L, 200L, 250L, 300L, 400L, 500L, 530L);
  }

  @LappetTest(seeds = 3)
  void inheritedTimersCount(TestFabric fabric) {
    Beats.Heir c = fabric.start(new WovenBeats_Heir(fabric));
    fabric.advance(Watch.ms(1000));
    assertThat(c.inherited).isEqualTo(20);
    assertThat(c.pulses).isEqualTo(10);
  }

  @LappetTest(seeds = 3)
  void aTimerFeedsAConsumerAndTheDrainTakesAll(TestFabric fabric) {
    Beats.Pipe c = fabric.start(new WovenBeats_Pipe(fabric));
    fabric.advance(Watch.ms(1000));
    assertThat(fabric.close(Watch.ms(100)).clean()).isTrue();
    assertThat(c.got).isEqualTo(10);
  }

  @LappetTest(seeds = 3)
  void anInterruptOfTheRunFromOutsideIsAFailureAndTheSeriesGoesOn(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, watch.works(fabric, 60)));
    fabric.advance(Watch.ms(120));
    c.tickTimer().threads().forEach(Thread::interrupt);
    fabric.advance(Watch.ms(300));
    assertThat(watch.actual()).containsExactly(100L, 200L, 300L, 400L);
  }

  @LappetTest(seeds = 3)
  void confinedTimersRunOneAtATime(TestFabric fabric) {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Beats.Loop c = fabric.start(new WovenBeats_Loop(fabric, tick -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      fabric.sleep(Watch.ms(30));
      inside.decrementAndGet();
    }));
    fabric.advance(Watch.ms(195));
    assertThat(most).hasValue(1);
    assertThat(c.log).containsExactlyInAnyOrder("a", "b", "c");
    fabric.advance(Watch.ms(1000));
    assertThat(c.aTimer().runs()).isEqualTo(11);
    assertThat(c.bTimer().runs()).isEqualTo(11);
    assertThat(c.cTimer().runs()).isEqualTo(11);
    assertThat(c.cTimer().failures()).isZero();
  }

  @LappetTest(seeds = 3)
  void aConfinedTimerHeldUpByTheLoopMerges(TestFabric fabric) {
    int[] n = {0};
    Beats.Loop c = fabric.start(new WovenBeats_Loop(fabric, tick -> {
      if (n[0]++ == 0) {
        fabric.sleep(Watch.ms(320));
      }
    }));
    fabric.advance(Watch.ms(700));
    assertThat(c.bTimer().runs() + c.bTimer().missed()).isEqualTo(7);
    assertThat(c.aTimer().runs() + c.aTimer().missed()).isEqualTo(7);
    assertThat(c.cTimer().runs() + c.cTimer().missed()).isEqualTo(7);
  }

  @LappetTest(seeds = 3)
  void restartOfATimerPausesBeforeItsNextRun(TestFabric fabric) {
    Beats.Restarts c = fabric.start(new WovenBeats_Restarts(fabric, tick -> {
      ticks.add(tick);
      if (ticks.size() == 1) {
        throw new IllegalStateException("once");
      }
    }));
    fabric.advance(Watch.ms(1000));
    assertThat(fabric.failure()).isEmpty();
    assertThat(watch.actual())
        .containsExactly(100L, 350L, 400L, 500L, 600L, 700L, 800L, 900L, 1000L);
  }

  @Test
  void lateRunsAreToldWithTheirCulprit() {
    TestFabric fabric = watch.listening();
    fabric.start(new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      if (ticks.size() == 2) {
        fabric.sleep(Watch.ms(111));
      }
      if (ticks.size() == 4) {
        fabric.sleep(Watch.ms(108));
      }
    }));
    fabric.advance(Watch.ms(1000));
    assertThat(watch.late).hasSize(1);
    assertThat(watch.late.get(0).lateness()).isEqualTo(Watch.ms(11));
    fabric.close();
  }

  @Test
  void anErrorOfATimerFailsTheFabric() {
    TestFabric fabric = watch.listening();
    fabric.start(new WovenBeats_Plain(fabric, tick -> {
      throw new AssertionError("bad");
    }));
    fabric.advance(Watch.ms(550));
    assertThat(fabric.failure()).containsInstanceOf(AssertionError.class);
    assertThat(watch.failures).hasSize(1);
    fabric.close();
  }

  @LappetTest(seeds = 3)
  void aFixedDelayWithAFailure(TestFabric fabric) {
    fabric.start(new WovenBeats_Rests(fabric, tick -> {
      ticks.add(tick);
      fabric.sleep(Watch.ms(50));
      throw new IllegalStateException("no");
    }));
    fabric.advance(Watch.ms(560));
    assertThat(watch.actual()).containsExactly(100L, 250L, 400L, 550L);
  }
}
