package io.lappet.internal.time;

import static io.lappet.internal.time.CronPart.DAYS;
import static io.lappet.internal.time.CronPart.HOURS;
import static io.lappet.internal.time.CronPart.LAST_WORKDAYS;
import static io.lappet.internal.time.CronPart.MINUTES;
import static io.lappet.internal.time.CronPart.MONTHS;
import static io.lappet.internal.time.CronPart.SECONDS;
import static io.lappet.internal.time.CronPart.WEEKDAYS;
import static io.lappet.internal.time.CronPart.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where clocks change, and where years end. Random expressions are compared with others in the tests
 * of the processor, which can read them.
 */
class CronTimesTest {
  private static final CronFields MINUTELY = CronFields.ALL.with(SECONDS, 0);
  private static final CronFields HALF_PAST_TWO = MINUTELY.with(MINUTES, 30).with(HOURS, 2);

  @Test
  void aSkippedTimeRunsAtTheEndOfTheGap() {
    assertRuns(
        HALF_PAST_TWO,
        "Europe/Berlin",
        "2026-03-28T12:00+01:00",
        "2026-03-29T03:00+02:00",
        "2026-03-30T02:30+02:00");
  }

  @Test
  void severalTimesOfOneGapAreOneRun() {
    assertRuns(
        MINUTELY.with(MINUTES, 0, 20, 40).with(HOURS, 2, 3),
        "Europe/Berlin",
        "2026-03-28T12:00+01:00",
        "2026-03-29T03:00+02:00",
        "2026-03-29T03:20+02:00",
        "2026-03-29T03:40+02:00",
        "2026-03-30T02:00+02:00");
  }

  @Test
  void aSkippedTimeCanBeLeftOut() {
    CronTimes times = times(HALF_PAST_TWO, "Europe/Berlin", new Clocks(false, true, false));

    assertRuns(times, "2026-03-28T12:00+01:00", "2026-03-30T02:30+02:00");
  }

  @Test
  void aTimeThatComesTwiceRunsTheFirstTime() {
    assertRuns(
        HALF_PAST_TWO,
        "Europe/Berlin",
        "2026-10-24T12:00+02:00",
        "2026-10-25T02:30+02:00",
        "2026-10-26T02:30+01:00");
  }

  @Test
  void aTimeThatComesTwiceCanRunTheSecondTime() {
    CronTimes times = times(HALF_PAST_TWO, "Europe/Berlin", new Clocks(true, false, true));

    assertRuns(times, "2026-10-24T12:00+02:00", "2026-10-25T02:30+01:00", "2026-10-26T02:30+01:00");
  }

  @Test
  void aTimeThatComesTwiceCanRunTwice() {
    CronTimes times = times(HALF_PAST_TWO, "Europe/Berlin", new Clocks(true, true, true));

    assertRuns(
        times,
        "2026-10-24T12:00+02:00",
        "2026-10-25T02:30+02:00",
        "2026-10-25T02:30+01:00",
        "2026-10-26T02:30+01:00");
  }

  @Test
  void whoNamesNoHourGoesOnAsTimeGoesBy() {
    CronFields hourly = MINUTELY.with(MINUTES, 30);
    assertRuns(
        hourly,
        "Europe/Berlin",
        "2026-03-29T01:00+01:00",
        "2026-03-29T01:30+01:00",
        "2026-03-29T03:30+02:00");
    assertRuns(
        hourly,
        "Europe/Berlin",
        "2026-10-25T02:00+02:00",
        "2026-10-25T02:30+02:00",
        "2026-10-25T02:30+01:00",
        "2026-10-25T03:30+01:00");
  }

  @Test
  void midnightMayBeSkipped() {
    assertRuns(
        MINUTELY.with(MINUTES, 0).with(HOURS, 0),
        "America/Sao_Paulo",
        "2018-11-03T12:00-03:00",
        "2018-11-04T01:00-02:00",
        "2018-11-05T00:00-02:00");
  }

  @Test
  void midnightMayComeTwice() {
    assertRuns(
        MINUTELY.with(MINUTES, 0).with(HOURS, 0),
        "America/Havana",
        "2025-11-01T12:00-04:00",
        "2025-11-02T00:00-04:00",
        "2025-11-03T00:00-05:00");
  }

  @Test
  void clocksMayChangeByHalfAnHour() {
    assertRuns(
        MINUTELY.with(MINUTES, 15).with(HOURS, 2),
        "Australia/Lord_Howe",
        "2025-10-04T12:00+10:30",
        "2025-10-05T02:30+11:00",
        "2025-10-06T02:15+11:00");
  }

  @Test
  void aDayMayBeMissing() {
    CronFields nine = MINUTELY.with(MINUTES, 0).with(HOURS, 9);
    assertRuns(
        nine,
        "Pacific/Apia",
        "2011-12-29T08:00-10:00",
        "2011-12-29T09:00-10:00",
        "2011-12-31T00:00+14:00",
        "2011-12-31T09:00+14:00");
    assertRuns(
        nine.with(DAYS, 30),
        "Pacific/Apia",
        "2011-12-01T00:00-10:00",
        "2011-12-31T00:00+14:00",
        "2012-01-30T09:00+14:00");
  }

  @Test
  void aTimeAfterAGapIsNotTakenForOneInIt() {
    assertRuns(
        MINUTELY.with(MINUTES, 0).with(HOURS, 3),
        "Europe/Berlin",
        "2026-03-29T01:59+01:00",
        "2026-03-29T03:00+02:00",
        "2026-03-30T03:00+02:00");
  }

  @Test
  void whoAsksInTheMiddleOfASecondOrOfAFoldGetsTheNext() {
    CronTimes times = times(HALF_PAST_TWO, "Europe/Berlin", new Clocks(true, true, true));

    assertRuns(times, "2026-10-25T02:30:00.5+02:00", "2026-10-25T02:30+01:00");
    assertRuns(times, "2026-10-25T02:59:59.999+02:00", "2026-10-25T02:30+01:00");
    assertRuns(times, "2026-10-25T02:29:59.999999999+01:00", "2026-10-25T02:30+01:00");
    assertRuns(times, "2026-10-25T02:30+01:00", "2026-10-26T02:30+01:00");
  }

  @Test
  void aRareTimeThatHasJustPassedComesAgain() {
    CronFields oneNight = HALF_PAST_TWO.with(DAYS, 25).with(MONTHS, 10);
    CronTimes times = times(oneNight, "Europe/Berlin", new Clocks(true, true, true));

    assertRuns(
        times, "2026-10-25T02:45+02:00", "2026-10-25T02:30+01:00", "2027-10-25T02:30+02:00");
  }

  @Test
  void aRareDayIsFoundFarAhead() {
    CronFields midnight = MINUTELY.with(MINUTES, 0).with(HOURS, 0);
    assertRuns(
        midnight.with(DAYS, 29).with(MONTHS, 2),
        "Europe/Berlin",
        "1896-12-31T00:00Z",
        "1904-02-29T00:00+01:00",
        "1908-02-29T00:00+01:00");
    assertRuns(
        midnight.with(MONTHS, 2).with(CronPart.FIFTH_WEEKDAYS, 1),
        "UTC",
        "2025-01-01T00:00Z",
        "2044-02-29T00:00Z",
        "2072-02-29T00:00Z");
  }

  @Test
  void theNearestWorkingDayStaysInItsMonth() {
    CronFields midnight = MINUTELY.with(MINUTES, 0).with(HOURS, 0);
    assertRuns(
        midnight.with(WORKDAYS, 1),
        "UTC",
        "2026-07-31T00:00Z",
        "2026-08-03T00:00Z", // the first is a Saturday
        "2026-09-01T00:00Z");
    assertRuns(
        midnight.with(LAST_WORKDAYS, 0),
        "UTC",
        "2026-05-01T00:00Z",
        "2026-05-29T00:00Z", // the last is a Sunday
        "2026-06-30T00:00Z");
    assertRuns(
        midnight.with(WORKDAYS, 31),
        "UTC",
        "2026-03-31T00:00Z",
        "2026-05-29T00:00Z", // April has none
        "2026-07-31T00:00Z");
  }

  @Test
  void daysOfBothKindsAddUp() {
    assertRuns(
        MINUTELY.with(MINUTES, 0).with(HOURS, 0).with(DAYS, 13).with(WEEKDAYS, 5),
        "UTC",
        "2026-03-09T00:00Z",
        "2026-03-13T00:00Z",
        "2026-03-20T00:00Z",
        "2026-03-27T00:00Z",
        "2026-04-03T00:00Z",
        "2026-04-10T00:00Z",
        "2026-04-13T00:00Z");
  }

  @Test
  void thereIsAnEnd() {
    CronTimes never =
        times(MINUTELY.with(DAYS, 30).with(MONTHS, 2), "UTC", new Clocks(true, true, true));
    assertThat(never.after(Instant.EPOCH)).isNull();

    CronTimes always = times(MINUTELY, "Europe/Berlin", new Clocks(true, true, true));
    assertThat(always.after(Instant.parse("9999-12-31T23:30:00Z"))).isNull();
    assertThat(always.after(Instant.MAX)).isNull();
  }

  @Test
  void anHourThatHasPassedIsNotThisDay() {
    CronFields fields = MINUTELY.with(MINUTES, 10, 50).with(HOURS, 9, 11);

    assertThat(fields.next(LocalDateTime.parse("2026-01-01T09:51")))
        .isEqualTo(LocalDateTime.parse("2026-01-01T11:10"));
    assertThat(fields.next(LocalDateTime.parse("2026-12-31T11:50:00.000000001")))
        .isEqualTo(LocalDateTime.parse("2027-01-01T09:10"));
  }

  private static CronTimes times(CronFields fields, String zone, Clocks clocks) {
    return new CronTimes(fields, ZoneId.of(zone), clocks);
  }

  private static void assertRuns(CronFields fields, String zone, String after, String... expected) {
    assertRuns(times(fields, zone, Clocks.usual(fields)), after, expected);
  }

  private static void assertRuns(CronTimes times, String after, String... expected) {
    List<Instant> runs = new ArrayList<>();
    Instant at = OffsetDateTime.parse(after).toInstant();
    while (runs.size() < expected.length) {
      at = times.after(at);
      runs.add(at);
    }
    List<Instant> wanted = new ArrayList<>();
    for (String run : expected) {
      wanted.add(OffsetDateTime.parse(run).toInstant());
    }
    assertThat(runs).isEqualTo(wanted);
  }
}
