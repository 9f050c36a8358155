package io.lappet.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Fabric;
import io.lappet.Tick;
import io.lappet.WiringException;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of day where clocks change by other than an hour in the night, or are set. */
class CalendarRulesTest {
  private final List<String> ticks = new CopyOnWriteArrayList<>();

  abstract static class Almanac extends Ticker {
    Almanac(Act<Tick> act) {
      super(act);
    }

    @PeriodicTimer(cron = "*/10 * * * *")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  private static TestFabric fabric(String start, Map<String, String> config) {
    return TestFabric.options()
        .start(Instant.parse(start))
        .builder(Fabric.builder().config(config))
        .create();
  }

  private static TestFabric fabric(String start, String cron, String zone) {
    return fabric(start, Map.of("Almanac.tick.cron", cron, "Almanac.tick.zone", zone));
  }

  /** When it runs, on the clock on the wall of the zone. */
  private List<String> runs(String cron, String zone, String start, int days) {
    try (TestFabric fabric = fabric(start, cron, zone)) {
      fabric.start(new WovenCalendarRulesTest_Almanac(fabric, tick -> {
        assertThat(tick.actual()).isEqualTo(tick.scheduled());
        assertThat(tick.missed()).isZero();
        ticks.add(tick.actual().atZone(ZoneId.of(zone)).toOffsetDateTime().toString());
      }));
      fabric.advance(Duration.ofDays(days));
      return ticks;
    }
  }

  // ---- Issue 6: a skipped time runs at the end of the gap, a doubled one once

  @Test
  void aGapOfHalfAnHour() {
    assertThat(runs("15 2 * * *", "Australia/Lord_Howe", "2026-10-02T00:00:00Z", 3))
        .containsExactly(
            "2026-10-03T02:15+10:30", "2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00");
  }

  @Test
  void aFoldOfHalfAnHour() {
    assertThat(runs("45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00:00Z", 2))
        .containsExactly("2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30");
  }

  @Test
  void aGapAtMidnight() {
    assertThat(runs("0 0 * * *", "America/Sao_Paulo", "2017-10-13T12:00:00Z", 3))
        .containsExactly(
            "2017-10-14T00:00-03:00", "2017-10-15T01:00-02:00", "2017-10-16T00:00-02:00");
  }

  @Test
  void aTimeThatIsSkippedAndTheEndOfItsGapAreOneRun() {
    assertThat(runs("0 0,1 * * *", "America/Sao_Paulo", "2017-10-14T12:00:00Z", 2))
        .containsExactly(
            "2017-10-15T01:00-02:00", "2017-10-16T00:00-02:00", "2017-10-16T01:00-02:00");
  }

  @Test
  void aFoldBeforeMidnightBelongsToTheDayBefore() {
    assertThat(runs("30 23 * * *", "America/Sao_Paulo", "2018-02-16T12:00:00Z", 3))
        .containsExactly(
            "2018-02-16T23:30-02:00", "2018-02-17T23:30-02:00", "2018-02-18T23:30-03:00");
  }

  @Test
  void theEndOfAFoldIsNotDoubled() {
    assertThat(runs("0 0 18 2 *", "America/Sao_Paulo", "2018-02-16T12:00:00Z", 3))
        .containsExactly("2018-02-18T00:00-03:00");
  }

  @Test
  void aDayThatNeverWas() {
    assertThat(runs("0 12 * * *", "Pacific/Apia", "2011-12-29T12:00:00Z", 3))
        .containsExactly(
            "2011-12-29T12:00-10:00",
            "2011-12-31T00:00+14:00",
            "2011-12-31T12:00+14:00",
            "2012-01-01T12:00+14:00");
  }

  @Test
  void aYearlyTimeOnADayThatNeverWas() {
    assertThat(runs("0 12 30 12 *", "Pacific/Apia", "2011-12-29T12:00:00Z", 3))
        .containsExactly("2011-12-31T00:00+14:00");
  }

  // An expression that leaves the hour open goes on as time goes by.
  @Test
  void everyHalfHourThroughAFoldOfHalfAnHour() {
    try (TestFabric fabric =
        fabric("2026-04-04T13:45:00Z", "*/30 * * * *", "Australia/Lord_Howe")) {
      fabric.start(new WovenCalendarRulesTest_Almanac(
          fabric, tick -> ticks.add(tick.actual().toString())));
      fabric.advance(Duration.ofHours(2));
    }
    assertThat(ticks)
        .containsExactly(
            "2026-04-04T14:00:00Z",
            "2026-04-04T14:30:00Z",
            "2026-04-04T15:00:00Z",
            "2026-04-04T15:30:00Z");
  }

  // ---- The next run of days that are rare

  @ParameterizedTest
  @CsvSource({
    "0 0 29 2 *, 2096-03-01T00:00:00Z, 2104-02-29T00:00:00Z",
    "0 9 LW * *, 2026-05-02T00:00:00Z, 2026-05-29T09:00:00Z",
    "0 9 1W * *, 2026-07-31T23:00:00Z, 2026-08-03T09:00:00Z",
    "0 9 * * FRI#5, 2026-05-30T00:00:00Z, 2026-07-31T09:00:00Z",
    "0 0 L-3 2 *, 2028-01-01T00:00:00Z, 2028-02-26T00:00:00Z",
    "0 0 1 1 MON, 2026-12-20T00:00:00Z, 2027-01-01T00:00:00Z",
    "0 0 2 1 MON, 2027-01-03T00:00:00Z, 2027-01-04T00:00:00Z",
    "@yearly, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
    "59 59 23 31 12 ?, 2026-12-31T23:59:58Z, 2026-12-31T23:59:59Z",
  })
  void theNextRunOfARareDay(String cron, String start, String next) {
    try (TestFabric fabric = fabric(start, cron, "UTC")) {
      Almanac c = fabric.start(new WovenCalendarRulesTest_Almanac(
          fabric, tick -> ticks.add(tick.actual().toString())));
      assertThat(c.tickTimer().nextRun()).contains(Instant.parse(next));
      fabric.advanceTo(Instant.parse(next));
      assertThat(ticks).containsExactly(next);
    }
  }

  // What the compiler refuses is refused as configuration too, and names its key.
  @ParameterizedTest
  @ValueSource(strings = {"0 0 30 2 *", "60 * * * *", "* * *", "0 0 * * FRI#6", "@reboot"})
  void whatNeverComesOrMeansNothingIsRefused(String cron) {
    try (TestFabric fabric = fabric("2026-01-01T00:00:00Z", Map.of("Almanac.tick.cron", cron))) {
      assertThatThrownBy(() -> new WovenCalendarRulesTest_Almanac(fabric, tick -> {}))
          .isInstanceOf(WiringException.class)
          .hasMessageContaining("Almanac.tick.cron");
    }
  }

  // ---- Issue 6: jumps of the wall clock

  private Almanac notingWhatIsMissed(TestFabric fabric) {
    return fabric.start(new WovenCalendarRulesTest_Almanac(
        fabric, tick -> ticks.add(tick.scheduled() + " missed " + tick.missed())));
  }

  @LappetTest(start = "2026-01-01T12:05:00Z")
  void aClockPutForwardMakesOneRunForAllTimesItPassed(TestFabric fabric) {
    Almanac c = notingWhatIsMissed(fabric);
    fabric.jump(Duration.ofHours(1));
    fabric.settle();
    assertThat(ticks).containsExactly("2026-01-01T13:00:00Z missed 5");
    assertThat(c.tickTimer().nextRun()).contains(Instant.parse("2026-01-01T13:10:00Z"));
    fabric.jump(Duration.ofMinutes(-50)); // 12:15: a correction repeats nothing
    fabric.advance(Duration.ofMinutes(50));
    assertThat(ticks).hasSize(1);
    fabric.advance(Duration.ofMinutes(5));
    assertThat(ticks)
        .containsExactly("2026-01-01T13:00:00Z missed 5", "2026-01-01T13:10:00Z missed 0");
  }

  @LappetTest(start = "2026-01-01T12:05:00Z")
  void aClockThatIsSetDuringAPauseIsSeenWhenThePauseEnds(TestFabric fabric) {
    Almanac c = notingWhatIsMissed(fabric);
    c.tickTimer().pause();
    fabric.jump(Duration.ofHours(1));
    fabric.settle();
    assertThat(ticks).isEmpty();
    c.tickTimer().resume();
    fabric.settle();
    assertThat(ticks).containsExactly("2026-01-01T13:00:00Z missed 5");
  }

  @LappetTest(start = "2026-01-01T12:05:00Z")
  void aClockThatIsSetDuringARunMakesOneRunAfterIt(TestFabric fabric) {
    fabric.start(new WovenCalendarRulesTest_Almanac(fabric, tick -> {
      ticks.add(tick.scheduled() + " missed " + tick.missed());
      fabric.sleep(Duration.ofMinutes(1));
    }));
    fabric.advance(Duration.ofMinutes(5).plusSeconds(30));
    fabric.jump(Duration.ofHours(1)); // 13:10:30
    fabric.advance(Duration.ofMinutes(2));
    assertThat(ticks)
        .containsExactly("2026-01-01T12:10:00Z missed 0", "2026-01-01T13:10:00Z missed 5");
  }

  // A time of day without a zone is meant in that of the fabric.
  @Test
  void theZoneOfTheFabricCountsIfNoneIsNamed() {
    try (TestFabric fabric = TestFabric.options()
        .start(Instant.parse("2026-03-29T00:00:00Z"))
        .zone(ZoneId.of("Europe/Berlin"))
        .builder(Fabric.builder().config(Map.of("Almanac.tick.cron", "30 2 * * *")))
        .create()) {
      Almanac c = notingWhatIsMissed(fabric);
      assertThat(c.tickTimer().nextRun()).contains(Instant.parse("2026-03-29T01:00:00Z"));
    }
  }
}
