package io.lappet.processor.read;

import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.TimerSchedule;
import io.lappet.processor.model.TimerSchedule.Periodic;
import java.util.List;
import java.util.Optional;

/** Reads when a timer runs: periodically, or at times of day. */
final class TimerSchedules {
  private static final String PERIOD = "every";
  private static final String TIMES = "cron";

  private TimerSchedules() {}

  /** The schedule; if there is none, the report says why. */
  static Optional<TimerSchedule> read(ActivationReader reader) {
    Mark mark = reader.mark();
    if (mark.isSet(PERIOD) && mark.isSet(TIMES)) {
      reader.contradiction(
          TIMES,
          written(mark, TIMES),
          written(mark, PERIOD),
          "a timer runs periodically or at times of day",
          "Leave one of the two out, or put a second @PeriodicTimer on the method.");
      return Optional.empty();
    }
    if (mark.isSet(TIMES)) {
      refuse(
          reader,
          List.of("initialDelay", "fixedDelay"),
          TIMES,
          "times of day come when they come",
          "Leave it out, or write every = \"..\" instead of cron.");
      return Crons.read(reader);
    }
    if (!mark.isSet(PERIOD)) {
      reader.contradiction(
          PERIOD,
          "@PeriodicTimer on %s()".formatted(reader.name()),
          "itself",
          "nothing says when it runs",
          "Write every = \"5s\", or cron = \"0 9 * * MON-FRI\".");
      return Optional.empty();
    }
    refuse(
        reader,
        List.of("zone", "gap", "fold"),
        PERIOD,
        "a period does not follow the clock on the wall",
        "Leave it out, or write cron = \"..\" instead of every.");
    Optional<DurationModel> initialDelay =
        Durations.optional(mark, "initialDelay", reader.report());
    return Durations.positive(mark, PERIOD, reader.report())
        .map(period -> new Periodic(period, initialDelay, mark.flag("fixedDelay")));
  }

  private static void refuse(
      ActivationReader reader, List<String> elements, String other, String reason, String remedy) {
    for (String element : elements) {
      if (reader.mark().isSet(element)) {
        reader.contradiction(element, element, written(reader.mark(), other), reason, remedy);
      }
    }
  }

  private static String written(Mark mark, String element) {
    return "%s = \"%s\"".formatted(element, mark.string(element));
  }
}
