package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.DurationModel;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations of annotations: {@code 1m30s}, or ISO-8601. */
final class Durations {
  private static final Map<String, ChronoUnit> UNITS = Map.of(
      "ns", ChronoUnit.NANOS,
      "us", ChronoUnit.MICROS,
      "ms", ChronoUnit.MILLIS,
      "s", ChronoUnit.SECONDS,
      "m", ChronoUnit.MINUTES,
      "h", ChronoUnit.HOURS,
      "d", ChronoUnit.DAYS);

  private static final Pattern PART = Pattern.compile("(\\d+)(ns|us|ms|s|m|h|d)");
  private static final Pattern PARTS = Pattern.compile("(" + PART.pattern() + ")+");

  private Durations() {}

  /** A duration that need not be set; {@code report} says if it is none. */
  static Optional<DurationModel> optional(Mark mark, String name, Report report) {
    return mark.string(name).isEmpty() ? Optional.empty() : read(mark, name, report);
  }

  /** A duration that is longer than zero; {@code report} says if it is not. */
  static Optional<DurationModel> positive(Mark mark, String name, Report report) {
    Optional<DurationModel> duration = read(mark, name, report);
    if (duration.isPresent() && duration.get().value().isZero()) {
      refuse(mark, name, "zero, but must be longer", report);
      return Optional.empty();
    }
    return duration;
  }

  private static Optional<DurationModel> read(Mark mark, String name, Report report) {
    String text = mark.string(name);
    try {
      DurationModel duration = parse(text);
      if (!duration.value().isNegative()) {
        return Optional.of(duration);
      }
      refuse(mark, name, "negative", report);
    } catch (DateTimeParseException e) {
      boolean negative =
          text.startsWith("-") && PARTS.matcher(text.substring(1)).matches();
      refuse(mark, name, negative ? "negative" : "not a duration", report);
    } catch (ArithmeticException | NumberFormatException e) {
      refuse(mark, name, "longer than a Duration can be", report);
    }
    return Optional.empty();
  }

  private static void refuse(Mark mark, String name, String fault, Report report) {
    report.add(mark.place(name), Problem.DURATION, mark.string(name), fault, name);
  }

  /**
   * The duration that {@code text} means.
   *
   * @throws DateTimeParseException if it means none
   * @throws ArithmeticException if it is too long
   * @throws NumberFormatException if one of its numbers is too large
   */
  static DurationModel parse(String text) {
    if (!PARTS.matcher(text).matches()) {
      return new DurationModel(text, parseIso(text), List.of());
    }
    Duration sum = Duration.ZERO;
    List<DurationModel.Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      long amount = Long.parseLong(matcher.group(1));
      sum = sum.plus(amount, UNITS.get(matcher.group(2)));
      parts.add(new DurationModel.Part(amount, matcher.group(2)));
    }
    return new DurationModel(text, sum, List.copyOf(parts));
  }

  private static Duration parseIso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      if (e.getCause() instanceof ArithmeticException tooLong) {
        throw tooLong;
      }
      throw e;
    }
  }
}
