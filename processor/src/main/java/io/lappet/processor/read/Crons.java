package io.lappet.processor.read;

import io.lappet.internal.text.CronParser;
import io.lappet.internal.text.TextException;
import io.lappet.internal.text.ZoneText;
import io.lappet.internal.time.Clocks;
import io.lappet.internal.time.CronFields;
import io.lappet.internal.time.CronTimes;
import io.lappet.processor.check.Problem;
import io.lappet.processor.model.TimerSchedule;
import io.lappet.processor.model.TimerSchedule.OfDay;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads times of day: a cron expression, its time zone, and what happens where clocks change. */
final class Crons {
  /** From here on the examples are; generated code must not depend on the day of the compilation. */
  static final LocalDateTime EXAMPLES_FROM = LocalDateTime.of(2030, 1, 1, 0, 0);

  private static final int EXAMPLES = 5;

  private Crons() {}

  /** The schedule; if there is none, the report says why. */
  static Optional<TimerSchedule> read(ActivationReader reader) {
    Mark mark = reader.mark();
    String expression = mark.string("cron");
    Optional<String> zone = Optional.of(mark.string("zone")).filter(it -> !it.isEmpty());
    boolean isZone = zone.map(it -> isZone(reader, it)).orElse(true);
    try {
      CronFields fields = CronParser.parse(expression);
      String gap = mark.constant("gap");
      String fold = mark.constant("fold");
      return isZone
          ? Optional.of(new OfDay(
              expression,
              fields,
              zone,
              gap,
              fold,
              examples(fields, zone, clocks(fields, gap, fold))))
          : Optional.empty();
    } catch (TextException e) {
      reader.report().add(mark.place("cron"), Problem.CRON, expression, e.fault(), e.remedy());
      return Optional.empty();
    }
  }

  private static Clocks clocks(CronFields fields, String gap, String fold) {
    Clocks clocks = Clocks.usual(fields);
    if (!gap.equals("AUTO")) {
      clocks = clocks.withGap(gap.equals("AT_END"));
    }
    return fold.equals("AUTO")
        ? clocks
        : clocks.withFold(!fold.equals("LAST"), !fold.equals("FIRST"));
  }

  private static List<String> examples(CronFields fields, Optional<String> zone, Clocks clocks) {
    ZoneId id = zone.<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    CronTimes times = new CronTimes(fields, id, clocks);
    List<String> examples = new ArrayList<>();
    Instant at = EXAMPLES_FROM.atZone(id).toInstant().minusSeconds(1);
    while (examples.size() < EXAMPLES) {
      at = Objects.requireNonNull(times.after(at));
      ZonedDateTime local = at.atZone(id);
      examples.add(
          zone.isPresent()
              ? local.toOffsetDateTime().toString()
              : local.toLocalDateTime().toString());
    }
    return examples;
  }

  private static boolean isZone(ActivationReader reader, String zone) {
    try {
      ZoneText.read(zone);
      return true;
    } catch (TextException e) {
      reader.report().add(reader.mark().place("zone"), Problem.CRON, zone, e.fault(), e.remedy());
      return false;
    }
  }
}
