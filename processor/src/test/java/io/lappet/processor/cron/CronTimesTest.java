package io.lappet.processor.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import io.lappet.internal.text.CronParser;
import io.lappet.internal.text.TextException;
import io.lappet.internal.time.Clocks;
import io.lappet.internal.time.CronFields;
import io.lappet.internal.time.CronTimes;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.quartz.CronExpression;

/**
 * Random expressions from 2000 to 2040, in zones of all kinds, compared with those who know them: with
 * {@link SlowCron}, which tries every minute, and with two libraries.
 *
 * <p>{@code -Dlappet.cron.expressions=N} tries so many expressions of each kind, {@code
 * -Dlappet.cron.zones=N} each in so many zones out of twenty.
 */
class CronTimesTest {
  private static final int EXPRESSIONS = Integer.getInteger("lappet.cron.expressions", 100);
  private static final int IN_ZONES = Integer.getInteger("lappet.cron.zones", 1);
  private static final int RUNS = 4;
  private static final Duration MARGIN = Duration.ofHours(26);
  private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2040-01-01T00:00:00Z");

  private static final List<ZoneId> ZONES = List.of(
          "UTC",
          "Europe/Berlin",
          "Europe/London",
          "Europe/Dublin", // winter is the exception
          "America/New_York",
          "America/Los_Angeles",
          "America/St_Johns", // changes at 00:01
          "America/Havana", // puts clocks back at 01:00, forward at midnight
          "America/Sao_Paulo", // had no midnight in spring
          "America/Caracas", // half an hour, twice
          "Africa/Cairo",
          "Africa/Casablanca", // stops summer for Ramadan
          "Asia/Beirut",
          "Asia/Gaza",
          "Asia/Tehran",
          "Asia/Kolkata",
          "Asia/Pyongyang",
          "Australia/Lord_Howe", // half an hour, each year
          "Antarctica/Troll", // two hours
          "Pacific/Apia") // had no 30 December 2011
      .stream()
      .map(ZoneId::of)
      .toList();

  @Test
  void theyAreThoseFoundByTrying() throws TextException {
    Random random = new Random(1);
    for (int i = 0; i < 3 * EXPRESSIONS; i++) {
      RandomCron cron = switch (i % 3) {
        case 0 -> RandomCron.five(random);
        case 1 -> RandomCron.six(random);
        default -> RandomCron.any(random);
      };
      if (!cron.isPossible()) {
        assertThatThrownBy(() -> CronParser.parse(cron.text()))
            .as(cron.text())
            .isInstanceOf(TextException.class)
            .hasMessageStartingWith("never comes");
        continue;
      }
      CronFields fields = CronParser.parse(cron.text());
      for (ZoneId zone : zones(random)) {
        Clocks clocks = clocks(random, fields, cron);
        CronTimes times = new CronTimes(fields, zone, clocks);
        SlowCron slow = new SlowCron(cron, zone, clocks.endOfGap(), clocks.first(), clocks.last());
        for (Instant start : starts(random, zone)) {
          assertThat(runs(start, times::after))
              .as("%s in %s with %s after %s", cron, zone, clocks, start)
              .isEqualTo(runs(start, slow::after));
        }
      }
    }
  }

  /** Clocks as they are by default, or others. */
  private static Clocks clocks(Random random, CronFields fields, RandomCron cron) {
    Clocks usual = Clocks.usual(fields);
    assertThat(usual).as(cron.text()).isEqualTo(new Clocks(!cron.goesOn(), true, cron.goesOn()));
    return switch (random.nextInt(4)) {
      case 0 -> usual.withGap(random.nextBoolean()).withFold(true, false);
      case 1 -> usual.withGap(random.nextBoolean()).withFold(false, true);
      case 2 -> usual.withGap(random.nextBoolean()).withFold(true, true);
      default -> usual;
    };
  }

  /**
   * Five fields, as cron-utils reads them.
   *
   * <p>Where clocks change it has rules of its own, so what lies within a day of a change is compared
   * in UTC; the test above has it in its zone.
   */
  @Test
  void theyAreThoseOfCronUtils() throws TextException {
    Random random = new Random(2);
    var parser = new com.cronutils.parser.CronParser(
        CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    for (int i = 0; i < EXPRESSIONS; i++) {
      RandomCron cron = RandomCron.five(random);
      if (cron.isPossible()) {
        ExecutionTime theirs = ExecutionTime.forCron(parser.parse(cron.text()));
        compare(
            random,
            cron,
            (zone, at) -> true,
            zone -> start -> theirs
                .nextExecution(start.atZone(zone))
                .map(ZonedDateTime::toInstant)
                .orElseThrow());
      }
    }
  }

  /**
   * Six fields, as Quartz reads them.
   *
   * <p>Where clocks change it has rules of its own, so what lies within a day of a change is compared
   * in UTC; the test above has it in its zone. So is what Quartz sees at another offset: it asks
   * {@code java.util.TimeZone}, which does not know all changes from 2037 on, those of Gaza for
   * instance.
   */
  @Test
  void theyAreThoseOfQuartz() throws TextException, ParseException {
    Random random = new Random(3);
    for (int i = 0; i < EXPRESSIONS; i++) {
      RandomCron cron = RandomCron.six(random);
      if (cron.isPossible()) {
        CronExpression theirs = new CronExpression(cron.text());
        compare(random, cron, CronTimesTest::isSameOffset, zone -> {
          theirs.setTimeZone(TimeZone.getTimeZone(zone));
          return start -> theirs.getNextValidTimeAfter(Date.from(start)).toInstant();
        });
      }
    }
  }

  /** Whether the old class for time zones knows the offset of {@code zone} at that time. */
  private static boolean isSameOffset(ZoneId zone, Instant at) {
    int old = TimeZone.getTimeZone(zone).getOffset(at.toEpochMilli());
    return old == zone.getRules().getOffset(at).getTotalSeconds() * 1000;
  }

  /** Compares; {@code knows} says whether they know the clocks of a zone at some time. */
  private static void compare(
      Random random,
      RandomCron cron,
      BiPredicate<ZoneId, Instant> knows,
      Function<ZoneId, Function<Instant, Instant>> theirs)
      throws TextException {
    CronFields fields = CronParser.parse(cron.text());
    for (ZoneId zone : zones(random)) {
      for (Instant start : starts(random, zone)) {
        CronTimes local = new CronTimes(fields, zone, Clocks.usual(fields));
        List<Instant> runs = runs(start, local::after);
        boolean isPlain = isPlain(zone, start, runs)
            && knows.test(zone, start)
            && runs.stream().allMatch(run -> knows.test(zone, run));
        ZoneId in = isPlain ? zone : ZoneId.of("UTC");
        CronTimes ours = new CronTimes(fields, in, Clocks.usual(fields));
        assertThat(runs(start, ours::after))
            .as("%s in %s after %s", cron, in, start)
            .isEqualTo(runs(start, theirs.apply(in)));
      }
    }
  }

  /** Whether clocks do not change within a day of the runs. */
  private static boolean isPlain(ZoneId zone, Instant start, List<Instant> runs) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(start.minus(MARGIN));
    Instant end = runs.get(runs.size() - 1).plus(MARGIN);
    return change == null || change.getInstant().isAfter(end);
  }

  private static List<ZoneId> zones(Random random) {
    List<ZoneId> zones = new ArrayList<>(ZONES);
    Collections.shuffle(zones, random);
    return zones.subList(0, IN_ZONES);
  }

  /** Some time, and a time shortly before clocks change, if they ever do. */
  private static List<Instant> starts(Random random, ZoneId zone) {
    Instant some = some(random);
    ZoneOffsetTransition change = zone.getRules().nextTransition(some);
    Instant before = change == null || change.getInstant().isAfter(TO)
        ? some(random)
        : change.getInstant().minusSeconds(random.nextInt(3 * 3600));
    return List.of(some, before);
  }

  private static Instant some(Random random) {
    return FROM.plusSeconds(
        (long) (random.nextDouble() * (TO.getEpochSecond() - FROM.getEpochSecond())));
  }

  private static List<Instant> runs(Instant start, Function<Instant, Instant> after) {
    List<Instant> runs = new ArrayList<>();
    Instant at = start;
    for (int i = 0; i < RUNS; i++) {
      at = after.apply(at);
      runs.add(at);
    }
    return runs;
  }
}
