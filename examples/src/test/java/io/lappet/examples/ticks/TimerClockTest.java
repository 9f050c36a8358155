package io.lappet.examples.ticks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Tick;
import io.lappet.Worker;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Both clocks, and when runs are due. */
class TimerClockTest {
  private final Watch watch = new Watch();
  private final List<Tick> ticks = watch.ticks;

  @LappetTest(start = "2026-03-28T00:00:00Z")
  void aSkippedTimeRunsAtTheEndOfTheGap(TestFabric fabric) {
    fabric.start(new WovenCalendarBeats_Nightly(fabric, ticks::add));
    fabric.advance(Duration.ofDays(3));
    assertThat(ticks.stream().map(Tick::actual))
        .containsExactly(
            Instant.parse("2026-03-28T01:30:00Z"),
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-03-30T00:30:00Z"));
  }

  @LappetTest(start = "2026-10-24T00:00:00Z")
  void aDoubledTimeRunsOnce(TestFabric fabric) {
    fabric.start(new WovenCalendarBeats_Nightly(fabric, ticks::add));
    fabric.advance(Duration.ofDays(3));
    assertThat(ticks.stream().map(Tick::actual))
        .containsExactly(
            Instant.parse("2026-10-24T00:30:00Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-26T01:30:00Z"));
  }

  @LappetTest(start = "2026-03-28T00:00:00Z")
  void gapSkipAndFoldBoth(TestFabric fabric) {
    fabric.start(new WovenCalendarBeats_NightlySkip(fabric, ticks::add));
    fabric.advance(Duration.ofDays(2));
    assertThat(ticks.stream().map(Tick::actual))
        .containsExactly(Instant.parse("2026-03-28T01:30:00Z"));
    ticks.clear();
    fabric.advanceTo(Instant.parse("2026-10-25T00:00:00Z"));
    ticks.clear();
    fabric.advance(Duration.ofDays(1));
    assertThat(ticks.stream().map(Tick::actual))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
  }

  @LappetTest(start = "2026-10-25T00:00:00Z")
  void foldLast(TestFabric fabric) {
    fabric.start(new WovenCalendarBeats_NightlyLast(fabric, ticks::add));
    fabric.advance(Duration.ofDays(1));
    assertThat(ticks.stream().map(Tick::actual))
        .containsExactly(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @LappetTest(start = "2026-03-29T00:15:00Z")
  void anOpenHourGoesOnThroughAGap(TestFabric fabric) {
    fabric.start(new WovenCalendarBeats_Quarterly(fabric, ticks::add));
    fabric.start(new WovenCalendarBeats_QuarterlyOnce(fabric, t -> {}));
    fabric.advance(Duration.ofHours(2));
    assertThat(ticks.stream().map(Tick::actual))
        .containsExactly(
            Instant.parse("2026-03-29T00:30:00Z"),
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-03-29T01:30:00Z"),
            Instant.parse("2026-03-29T02:00:00Z"));
  }

  @LappetTest(start = "2026-10-25T00:15:00Z")
  void anOpenHourOnceInAFold(TestFabric fabric) {
    fabric.start(new WovenCalendarBeats_QuarterlyOnce(fabric, ticks::add));
    fabric.advance(Duration.ofHours(2));
    assertThat(ticks.stream().map(Tick::actual))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T02:00:00Z"));
  }

  @LappetTest(seeds = 3)
  void theClockOnTheWallIsPutForwardAndBackAndAPeriodDoesNotCare(TestFabric fabric) {
    List<Long> nanos = new ArrayList<>();
    fabric.start(
        new WovenBeats_Plain(fabric, tick -> nanos.add(fabric.time().nanos() / 1_000_000)));
    fabric.advance(Watch.ms(150));
    fabric.jump(Duration.ofHours(5));
    fabric.advance(Watch.ms(100));
    fabric.jump(Duration.ofHours(-9));
    fabric.advance(Watch.ms(100));
    assertThat(nanos).containsExactly(100L, 200L, 300L);
  }

  @LappetTest(start = "2026-03-10T00:00:00Z")
  void theClockOnTheWallIsPutForwardOverACronTime(TestFabric fabric) {
    CalendarBeats.Nightly c = fabric.start(new WovenCalendarBeats_Nightly(fabric, ticks::add));
    fabric.jump(Duration.ofDays(3));
    fabric.settle(); // 13th 00:00, passed 10, 11, 12 at 01:30Z
    assertThat(ticks).hasSize(1);
    assertThat(ticks.get(0).missed()).isEqualTo(2);
    assertThat(ticks.get(0).scheduled()).isEqualTo(Instant.parse("2026-03-12T01:30:00Z"));
    fabric.advance(Duration.ofHours(2));
    assertThat(ticks).hasSize(2);
    assertThat(c.tickTimer().missed()).isEqualTo(2);
    fabric.jump(Duration.ofHours(-1)); // a correction: not again
    fabric.advance(Duration.ofHours(1));
    assertThat(ticks).hasSize(2);
  }

  @LappetTest(seeds = 3)
  void jitterOfTimesOfDay(TestFabric fabric) {
    CalendarBeats.CronJitter c =
        fabric.start(new WovenCalendarBeats_CronJitter(fabric, ticks::add));
    fabric.advance(Duration.ofMinutes(60).plusSeconds(20));
    assertThat(ticks).hasSize(60);
    for (int i = 0; i < 60; i++) {
      assertThat(ticks.get(i).scheduled()).isEqualTo(Watch.ZERO.plusSeconds(60 * (i + 1)));
      assertThat(Duration.between(ticks.get(i).scheduled(), ticks.get(i).actual()))
          .isBetween(Duration.ZERO, Duration.ofSeconds(20));
      assertThat(ticks.get(i).missed()).isZero();
    }
    assertThat(c.tickTimer().nextRun()).contains(Watch.ZERO.plusSeconds(3660));
    assertThatThrownBy(() -> c.tickTimer().reschedule(Watch.ms(100)))
        .isInstanceOf(IllegalStateException.class);
  }

  @LappetTest(seeds = 3)
  void aTimerAtTimesOfDayTriggeredPausedAndStopped(TestFabric fabric) throws Exception {
    CalendarBeats.CronJitter c =
        fabric.start(new WovenCalendarBeats_CronJitter(fabric, ticks::add));
    c.tickTimer().trigger();
    fabric.settle();
    assertThat(watch.actual()).containsExactly(0L);
    c.tickTimer().pause();
    fabric.advance(Duration.ofSeconds(200));
    c.tickTimer().resume();
    fabric.settle();
    assertThat(watch.missed()).containsExactly(0, 2);
    assertThat(ticks.get(1).scheduled()).isEqualTo(Watch.ZERO.plusSeconds(180));
    c.tickTimer().stop();
    assertThat(c.tickTimer().join(Watch.ms(1000))).isTrue();
    fabric.advance(Duration.ofSeconds(300));
    assertThat(ticks).hasSize(2);
    c.tickTimer().start();
    fabric.advance(Duration.ofSeconds(80));
    assertThat(ticks).hasSize(3);
    assertThat(ticks.get(2).missed()).isZero();
  }

  @LappetTest(seeds = 3)
  void cancelPreviousAtTimesOfDay(TestFabric fabric) {
    List<Long> cut = new ArrayList<>();
    fabric.start(new WovenCalendarBeats_CronCancelPrevious(fabric, tick -> {
      ticks.add(tick);
      try {
        fabric.sleep(Duration.ofSeconds(25));
      } catch (InterruptedException e) {
        cut.add(Watch.at(fabric.time().now()) / 1000);
        throw e;
      }
    }));
    fabric.advance(Duration.ofSeconds(35));
    assertThat(ticks).hasSize(3);
    assertThat(cut).containsExactly(20L, 30L);
  }

  @LappetTest(seeds = 3)
  void jitterIsNeverEarlyAndTheGridStays(TestFabric fabric) {
    fabric.start(new WovenBeats_Jittery(fabric, ticks::add));
    fabric.advance(Watch.ms(10_040));
    assertThat(ticks).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(watch.scheduled().get(i)).isEqualTo((i + 1) * 100L);
      Duration late = Duration.between(ticks.get(i).scheduled(), ticks.get(i).actual());
      assertThat(late).isBetween(Duration.ZERO, Watch.ms(40));
    }
  }

  @LappetTest(seeds = 3)
  void standStillAndPeriods(TestFabric fabric) {
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    Beats.Two two = fabric.start(new WovenBeats_Two(fabric, t -> {}));
    Beats.QueueOne one = fabric.start(new WovenBeats_QueueOne(fabric, t -> {}));
    fabric.advance(Watch.ms(150));
    fabric.standStill(Duration.ofHours(1));
    fabric.advance(Watch.ms(260));
    assertThat(c.tickTimer().runs()).isEqualTo(1 + 1 + 3);
    assertThat(two.tickTimer().runs()).isEqualTo(1 + 1 + 3);
    assertThat(c.tickTimer().runs() + c.tickTimer().missed()).isEqualTo(36_004);
    assertThat(one.tickTimer().runs() + one.tickTimer().missed()).isEqualTo(36_004);
  }

  @LappetTest(seeds = 3)
  void aTimerHeldUpForALongTimeHasNoBurst(TestFabric fabric) {
    fabric.faults().delayAt("Plain.tick", 2, Duration.ofHours(1));
    Beats.Plain c = fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Duration.ofHours(1).plusMillis(450));
    assertThat(watch.actual())
        .containsExactly(100L, 3_600_200L, 3_600_200L, 3_600_300L, 3_600_400L);
    assertThat(watch.missed()).containsExactly(0, 0, 35_999, 0, 0);
    assertThat(c.tickTimer().missed()).isEqualTo(35_999);
  }

  @LappetTest(seeds = 3)
  void aPeriodOneNanosecondBeforeIsNotEnough(TestFabric fabric) {
    fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Duration.ofNanos(99_999_999));
    assertThat(ticks).isEmpty();
    fabric.advance(Duration.ofNanos(1));
    assertThat(ticks).hasSize(1);
  }

  @LappetTest(seeds = 3)
  void theLargestPeriodRunsOnceAndHoldsUpNothing(TestFabric fabric) {
    List<Tick> other = new ArrayList<>();
    Beats.Largest c = fabric.start(new WovenBeats_Largest(fabric, other::add));
    fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Duration.ofMinutes(1));
    assertThat(other).hasSize(1);
    assertThat(ticks).hasSize(600);
    assertThat(c.tickTimer().state()).isEqualTo(Worker.State.RUNNING);
  }

  @LappetTest(seeds = 3)
  void initialDelayZeroRunsAtOnceAndThenOnItsGrid(TestFabric fabric) {
    Beats.AtOnce c = fabric.start(new WovenBeats_AtOnce(fabric, ticks::add));
    fabric.settle();
    assertThat(watch.actual()).containsExactly(0L);
    fabric.advance(Watch.ms(250));
    assertThat(watch.actual()).containsExactly(0L, 100L, 200L);
    assertThat(c.tickTimer().runs()).isEqualTo(3);
    assertThat(c.tickTimer().missed()).isZero();
    assertThat(c.tickTimer().nextRun()).contains(Watch.ZERO.plusMillis(300));
  }

  @LappetTest(start = "2026-03-29T00:30:00Z", zone = "Europe/Berlin")
  void atAMomentWithAJumpForthAndBack(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    fabric.at(Instant.parse("2026-03-29T02:00:00Z"), "two", () -> log.add("two"));
    fabric.at(Instant.parse("2026-03-29T01:00:00Z"), "one", () -> log.add("one"));
    fabric.jump(Duration.ofMinutes(-20));
    fabric.advance(Duration.ofMinutes(40));
    assertThat(log).isEmpty();
    fabric.advance(Duration.ofMinutes(10));
    assertThat(log).containsExactly("one");
    fabric.jump(Duration.ofHours(5));
    fabric.settle();
    assertThat(log).containsExactly("one", "two");
    fabric.jump(Duration.ofHours(-10));
    fabric.advance(Duration.ofHours(12));
    assertThat(log).containsExactly("one", "two");
  }
}
