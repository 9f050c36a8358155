package io.lappet.examples.ticks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.ShutdownReport;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.Worker;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is done to a timer by its handle, also by its own run. */
class TimerHandleTest {
  private final Watch watch = new Watch();
  private final List<Tick> ticks = watch.ticks;

  @LappetTest(seeds = 3)
  void triggerWhileRunningIsOneRunAfterwards(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, watch.works(fabric, 50)));
    fabric.advance(Watch.ms(110));
    c.tickTimer().trigger();
    c.tickTimer().trigger();
    c.tickTimer().trigger();
    fabric.advance(Watch.ms(85)); // 195
    assertThat(watch.actual()).containsExactly(100L, 150L);
    assertThat(watch.scheduled()).containsExactly(100L, 110L);
    fabric.advance(Watch.ms(100)); // 295: the tick of 200 waited for nobody
    assertThat(watch.actual()).containsExactly(100L, 150L, 200L);
    assertThat(watch.missed()).containsOnly(0);
  }

  @LappetTest(seeds = 3)
  void triggerWhilePausedRunsAndTheSeriesStaysPaused(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    c.tickTimer().pause();
    fabric.advance(Watch.ms(350));
    assertThat(ticks).isEmpty();
    c.tickTimer().trigger();
    fabric.settle();
    assertThat(watch.actual()).containsExactly(350L);
    assertThat(watch.missed()).containsExactly(0);
    fabric.advance(Watch.ms(100));
    assertThat(ticks).hasSize(1);
    c.tickTimer().resume(); // at 450, ticks of 100..400 passed
    fabric.advance(Watch.ms(100)); // 550
    assertThat(watch.actual()).containsExactly(350L, 450L, 500L);
    assertThat(watch.missed()).containsExactly(0, 3, 0);
    assertThat(c.tickTimer().missed()).isEqualTo(3);
  }

  @LappetTest(seeds = 3)
  void triggerAfterRescheduleIsBesideTheNewGrid(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Watch.ms(130));
    c.tickTimer().reschedule(Watch.ms(200));
    c.tickTimer().trigger();
    fabric.advance(Watch.ms(420)); // 550
    assertThat(watch.actual()).containsExactly(100L, 130L, 330L, 530L);
    assertThat(c.tickTimer().nextRun()).contains(Watch.ZERO.plusMillis(730));
  }

  @LappetTest(seeds = 3)
  void pauseAcrossSeveralPeriodsDuringARun(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, watch.works(fabric, 50)));
    fabric.advance(Watch.ms(120));
    c.tickTimer().pause();
    fabric.advance(Watch.ms(400)); // 520
    assertThat(watch.actual()).containsExactly(100L);
    c.tickTimer().resume();
    fabric.advance(Watch.ms(130)); // 650
    assertThat(watch.actual()).containsExactly(100L, 520L, 600L);
    assertThat(watch.missed()).containsExactly(0, 3, 0);
    assertThat(watch.scheduled()).containsExactly(100L, 500L, 600L);
  }

  @LappetTest(seeds = 3)
  void stopInsideItsOwnRun(TestFabric fabric) throws Exception {
    Beats.Plain[] c = new Beats.Plain[1];
    c[0] = new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      if (ticks.size() == 2) {
        c[0].tickTimer().stop();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
    });
    fabric.start(c[0]);
    fabric.advance(Watch.ms(1000));
    assertThat(watch.actual()).containsExactly(100L, 200L);
    assertThat(c[0].tickTimer().state()).isEqualTo(Worker.State.STOPPED);
    assertThat(c[0].tickTimer().handled()).isEqualTo(2);
    c[0].tickTimer().start();
    fabric.advance(Watch.ms(150));
    assertThat(watch.actual()).containsExactly(100L, 200L, 1100L);
  }

  @LappetTest(seeds = 3)
  void joinInsideItsOwnRunIsRefused(TestFabric fabric) {
    List<Throwable> thrown = new ArrayList<>();
    Beats.Plain[] c = new Beats.Plain[1];
    c[0] = new WovenBeats_Plain(fabric, tick -> {
      try {
        c[0].tickTimer().join();
      } catch (IllegalStateException e) {
        thrown.add(e);
      }
    });
    fabric.start(c[0]);
    fabric.advance(Watch.ms(150));
    assertThat(thrown).hasSize(1);
  }

  @LappetTest(seeds = 3)
  void rescheduleFromInside(TestFabric fabric) {
    Beats.Plain[] c = new Beats.Plain[1];
    c[0] = new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      if (ticks.size() == 2) {
        c[0].tickTimer().reschedule(Watch.ms(30));
      } else if (ticks.size() == 4) {
        c[0].tickTimer().reschedule(Watch.ms(1000));
      }
      fabric.sleep(Watch.ms(10));
    });
    fabric.start(c[0]);
    fabric.advance(Watch.ms(2300));
    assertThat(watch.actual()).containsExactly(100L, 200L, 230L, 260L, 1260L, 2260L);
    assertThat(watch.missed()).containsOnly(0);
  }

  @LappetTest(seeds = 3)
  void rescheduleFromInsideWithAFixedDelay(TestFabric fabric) {
    Beats.Rests[] c = new Beats.Rests[1];
    c[0] = new WovenBeats_Rests(fabric, tick -> {
      ticks.add(tick);
      fabric.sleep(Watch.ms(40));
      if (ticks.size() == 2) {
        c[0].tickTimer().reschedule(Watch.ms(10));
      }
      fabric.sleep(Watch.ms(10));
    });
    fabric.start(c[0]);
    fabric.advance(Watch.ms(390));
    assertThat(watch.actual()).containsExactly(100L, 250L, 310L, 370L);
  }

  @LappetTest(seeds = 3)
  void stoppingTwiceIsHarmlessAndTheRunGoesOn(TestFabric fabric) throws Exception {
    List<String> log = new ArrayList<>();
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, tick -> {
      fabric.sleep(Watch.ms(200));
      log.add("done");
    }));
    fabric.advance(Watch.ms(150));
    c.tickTimer().stop();
    c.tickTimer().stop();
    assertThat(c.tickTimer().join(Watch.ms(1000))).isTrue();
    c.tickTimer().stop();
    assertThat(log).containsExactly("done");
    fabric.advance(Watch.ms(1000));
    assertThat(log).containsExactly("done");
  }

  @LappetTest(seeds = 3)
  void pauseAndResumeWithinOnePeriodChangesNothing(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Watch.ms(110));
    c.tickTimer().pause();
    assertThat(c.tickTimer().nextRun()).isEmpty();
    fabric.advance(Watch.ms(80));
    c.tickTimer().resume();
    assertThat(c.tickTimer().nextRun()).contains(Watch.ZERO.plusMillis(200));
    fabric.advance(Watch.ms(120));
    assertThat(watch.actual()).containsExactly(100L, 200L, 300L);
    assertThat(watch.missed()).containsOnly(0);
  }

  @LappetTest(seeds = 3)
  void pauseFromInsideItsOwnRun(TestFabric fabric) {
    Beats.Plain[] c = new Beats.Plain[1];
    c[0] = new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      c[0].tickTimer().pause();
    });
    fabric.start(c[0]);
    fabric.advance(Watch.ms(1000));
    assertThat(ticks).hasSize(1);
    c[0].tickTimer().resume();
    fabric.settle();
    assertThat(watch.actual()).containsExactly(100L, 1000L);
    assertThat(watch.missed()).containsExactly(0, 8);
  }

  @LappetTest(seeds = 3)
  void triggerFromInsideItsOwnRun(TestFabric fabric) {
    Beats.Plain[] c = new Beats.Plain[1];
    c[0] = new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      if (ticks.size() == 1) {
        c[0].tickTimer().trigger();
      }
      fabric.sleep(Watch.ms(10));
    });
    fabric.start(c[0]);
    fabric.advance(Watch.ms(250));
    assertThat(watch.actual()).containsExactly(100L, 110L, 200L);
  }

  @LappetTest(seeds = 3)
  void aPausedTimerMayBeStoppedAndStartsUnpaused(TestFabric fabric) throws Exception {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    c.tickTimer().pause();
    fabric.advance(Watch.ms(350));
    c.tickTimer().stop();
    c.tickTimer().join();
    assertThat(c.tickTimer().state()).isEqualTo(Worker.State.STOPPED);
    fabric.advance(Watch.ms(350)); // 700
    c.tickTimer().start();
    fabric.advance(Watch.ms(150));
    assertThat(watch.actual()).containsExactly(800L);
    assertThat(watch.missed()).containsExactly(0);
  }

  @LappetTest(seeds = 3)
  void aStatsHandleBeforeTheFirstRun(TestFabric fabric) {
    Beats.Plain c = new WovenBeats_Plain(fabric, ticks::add);
    Timer timer = c.tickTimer();
    assertThat(timer.runs()).isZero();
    assertThat(timer.lastRun()).isEmpty();
    assertThat(timer.nextRun()).isEmpty();
    assertThat(timer.state()).isEqualTo(Worker.State.NEW);
    assertThatThrownBy(timer::trigger).isInstanceOf(IllegalThreadStateException.class);
    timer.reschedule(Watch.ms(300));
    fabric.start(c);
    assertThat(timer.nextRun()).contains(Watch.ZERO.plusMillis(300));
    fabric.advance(Watch.ms(350));
    assertThat(watch.actual()).containsExactly(300L);
  }

  @LappetTest(seeds = 3)
  void queueOneThenPauseKeepsTheTickThatWaits(TestFabric fabric) {
    Beats.QueueOne c = fabric.start(new WovenBeats_QueueOne(fabric, watch.works(fabric, 250)));
    fabric.advance(Watch.ms(220)); // 100 runs until 350, 200 waits
    c.tickTimer().pause();
    fabric.advance(Watch.ms(300)); // 520
    assertThat(watch.actual()).containsExactly(100L);
    c.tickTimer().resume();
    fabric.advance(Watch.ms(10)); // 530
    assertThat(watch.actual()).containsExactly(100L, 520L);
    assertThat(ticks.get(1).missed()
            + (int) Duration.between(ticks.get(1).scheduled(), Watch.ZERO.plusMillis(500))
                    .toMillis()
                / 100)
        .isEqualTo(3);
  }

  @LappetTest(seeds = 3)
  void triggerDoesNotCutThePresentRun(TestFabric fabric) {
    List<Long> cut = new ArrayList<>();
    Beats.CancelPrevious c = fabric.start(new WovenBeats_CancelPrevious(fabric, tick -> {
      ticks.add(tick);
      try {
        fabric.sleep(Watch.ms(80));
      } catch (InterruptedException e) {
        cut.add(Watch.at(fabric.time().now()));
        throw e;
      }
    }));
    fabric.advance(Watch.ms(120));
    c.tickTimer().trigger(); // begins at 180, until 260, but is cut at 200
    fabric.advance(Watch.ms(170));
    assertThat(watch.actual()).containsExactly(100L, 180L, 200L);
    assertThat(cut).containsExactly(200L);
  }

  @LappetTest(seeds = 3)
  void reschedulePausedAndStopped(TestFabric fabric) throws Exception {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Watch.ms(50));
    c.tickTimer().pause();
    c.tickTimer().reschedule(Watch.ms(300));
    fabric.advance(Watch.ms(200)); // 250
    c.tickTimer().resume();
    fabric.advance(Watch.ms(150)); // 400
    assertThat(watch.actual()).containsExactly(350L);
    assertThat(watch.missed()).containsExactly(0);
    c.tickTimer().stop();
    c.tickTimer().join(Watch.ms(100));
    c.tickTimer().reschedule(Watch.ms(50));
    fabric.advance(Watch.ms(600));
    assertThat(ticks).hasSize(1);
    c.tickTimer().start();
    fabric.advance(Watch.ms(60));
    assertThat(ticks).hasSize(2);
    assertThatThrownBy(() -> c.tickTimer().reschedule(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> c.tickTimer().reschedule(Watch.ms(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @LappetTest(seeds = 3)
  void rescheduleBelowTheJitterIsRefused(TestFabric fabric) {
    Beats.Jittery c = fabric.start(new WovenBeats_Jittery(fabric, ticks::add));
    assertThatThrownBy(() -> c.tickTimer().reschedule(Watch.ms(30)))
        .isInstanceOf(IllegalArgumentException.class);
    c.tickTimer().reschedule(Watch.ms(40));
    fabric.advance(Watch.ms(4040));
    assertThat(ticks.size()).isBetween(99, 101);
    for (int i = 1; i < ticks.size(); i++) {
      assertThat(ticks.get(i).actual()).isAfterOrEqualTo(ticks.get(i - 1).actual());
    }
  }

  @LappetTest(seeds = 3)
  void startWhileItsLastRunGoesOnIsRefused(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, tick -> {
      ticks.add(tick);
      fabric.sleep(Watch.ms(300));
    }));
    fabric.advance(Watch.ms(150));
    c.tickTimer().stop();
    assertThat(c.tickTimer().isStopping()).isTrue();
    assertThatThrownBy(() -> c.tickTimer().start()).isInstanceOf(IllegalThreadStateException.class);
    fabric.advance(Watch.ms(300));
    c.tickTimer().start();
    fabric.advance(Watch.ms(110));
    assertThat(ticks).hasSize(2);
  }

  @LappetTest(seeds = 3)
  void aFixedDelayAfterAPause(TestFabric fabric) {
    Beats.Rests c = fabric.start(new WovenBeats_Rests(fabric, tick -> {
      ticks.add(tick);
      fabric.sleep(Watch.ms(50));
    }));
    fabric.advance(Watch.ms(120));
    c.tickTimer().pause();
    fabric.advance(Watch.ms(500)); // 620: the next was due at 250
    c.tickTimer().resume();
    fabric.advance(Watch.ms(60)); // 680
    assertThat(watch.actual()).containsExactly(100L, 620L);
    assertThat(watch.missed()).containsOnly(0);
    c.tickTimer().trigger();
    fabric.advance(Watch.ms(60)); // 740; asked at 680 until 730; series: 670 + 100 = 770
    assertThat(watch.actual()).containsExactly(100L, 620L, 680L);
    fabric.advance(Watch.ms(60)); // 800
    assertThat(watch.actual()).containsExactly(100L, 620L, 680L, 770L);
  }

  @LappetTest(seeds = 3)
  void aFabricThatIsStoppedAndAComponentThatIsStopped(TestFabric fabric) {
    Beats.Plain a = fabric.start(new WovenBeats_Plain(fabric, watch.works(fabric, 50)));
    fabric.advance(Watch.ms(120));
    ShutdownReport report = fabric.stop(a, Watch.ms(100));
    assertThat(report.clean()).isTrue();
    fabric.advance(Watch.ms(500));
    assertThat(watch.actual()).containsExactly(100L);
  }
}
