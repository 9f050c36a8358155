package io.lappet.processor.model;

import io.lappet.internal.time.CronFields;
import java.util.List;
import java.util.Optional;

/** When a timer runs. */
public sealed interface TimerSchedule {
  /** What comes after "runs". */
  String text();

  /** The period, if the timer has ticks at a fixed rate. */
  default Optional<DurationModel> rate() {
    return Optional.empty();
  }

  /**
   * Again and again.
   *
   * @param fixedDelay whether the period is counted from the end of a run
   */
  record Periodic(DurationModel period, Optional<DurationModel> initialDelay, boolean fixedDelay)
      implements TimerSchedule {
    @Override
    public String text() {
      return "every " + period.text();
    }

    @Override
    public Optional<DurationModel> rate() {
      return fixedDelay ? Optional.empty() : Optional.of(period);
    }
  }

  /**
   * At times of day.
   *
   * @param expression as it stands in the annotation
   * @param zone the time zone, if it is not that of the fabric
   * @param gap a constant of {@code Gap}
   * @param fold a constant of {@code Fold}
   * @param examples some of the times
   */
  record OfDay(
      String expression,
      CronFields fields,
      Optional<String> zone,
      String gap,
      String fold,
      List<String> examples)
      implements TimerSchedule {
    @Override
    public String text() {
      return "at \"%s\"".formatted(expression) + zone.map(" in "::concat).orElse("");
    }
  }
}
