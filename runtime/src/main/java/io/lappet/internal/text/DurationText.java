package io.lappet.internal.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as people write it: {@code 1m30s}, or ISO-8601.
 *
 * @param value what it means, not negative
 * @param parts its numbers and units, none if it is in ISO-8601
 */
public record DurationText(Duration value, List<Part> parts) {
  private static final String REMEDY =
      "Write a number and one of ns, us, ms, s, m, h, d, for example \"5s\".";

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

  /** A number with its unit, one of {@code ns us ms s m h d}. */
  public record Part(long amount, String unit) {}

  /**
   * The duration that {@code text} means.
   *
   * @throws TextException if it means none, or one that is negative
   */
  public static DurationText read(String text) throws TextException {
    try {
      DurationText read = PARTS.matcher(text).matches()
          ? ofParts(text)
          : new DurationText(Duration.parse(text), List.of());
      if (read.value.isNegative()) {
        throw refusal("negative");
      }
      return read;
    } catch (DateTimeParseException e) {
      boolean isTooLong = e.getCause() instanceof ArithmeticException;
      boolean isNegative =
          text.startsWith("-") && PARTS.matcher(text.substring(1)).matches();
      throw isTooLong ? tooLong() : refusal(isNegative ? "negative" : "not a duration");
    } catch (ArithmeticException | NumberFormatException e) {
      throw tooLong();
    }
  }

  /**
   * The same for one that must take some time.
   *
   * @throws TextException also if it is zero
   */
  public static DurationText readPositive(String text) throws TextException {
    DurationText read = read(text);
    if (read.value.isZero()) {
      throw refusal("zero, but must be longer");
    }
    return read;
  }

  private static DurationText ofParts(String text) {
    Duration sum = Duration.ZERO;
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      long amount = Long.parseLong(matcher.group(1));
      sum = sum.plus(amount, UNITS.get(matcher.group(2)));
      parts.add(new Part(amount, matcher.group(2)));
    }
    return new DurationText(sum, List.copyOf(parts));
  }

  private static TextException tooLong() {
    return refusal("longer than a Duration can be");
  }

  private static TextException refusal(String fault) {
    return new TextException("is " + fault, REMEDY);
  }
}
