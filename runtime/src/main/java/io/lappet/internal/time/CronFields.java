package io.lappet.internal.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Local times, given by their parts.
 *
 * <p>A part that says nothing leaves all values. The days of a month and the days of a week are one
 * set: if several parts name days, a day that any of them names is meant; if none does, every day.
 *
 * <p>It does not change.
 */
public final class CronFields {
  /** All times of all days. */
  public static final CronFields ALL = new CronFields(new long[CronPart.values().length]);

  /** After this year nothing is found. */
  static final int LAST_YEAR = 9999;

  /** After so many years, days of months and days of weeks are the same again. */
  private static final int CYCLE = 400;

  private static final CronPart[] DAY_PARTS = Arrays.stream(CronPart.values())
      .filter(part -> part.compareTo(CronPart.DAYS) >= 0 && part != CronPart.MONTHS)
      .toArray(CronPart[]::new);

  private static final long FULL = -1;
  private static final long EVERY_SEVENTH = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28;
  private static final int NONE = -1;

  /** For each part the numbers that it names, as bits. */
  private final long[] parts;

  private CronFields(long[] parts) {
    this.parts = parts;
  }

  /** The same where {@code part} names also {@code numbers}. */
  public CronFields with(CronPart part, int... numbers) {
    long[] changed = parts.clone();
    for (int number : numbers) {
      if (number < 0 || number >= Long.SIZE) {
        throw new IllegalArgumentException(part + " have no number " + number);
      }
      changed[part.ordinal()] |= 1L << number;
    }
    return new CronFields(changed);
  }

  /** The numbers that {@code part} names, in their order; none if it says nothing. */
  public int[] numbers(CronPart part) {
    long bits = parts[part.ordinal()];
    return IntStream.range(0, Long.SIZE).filter(n -> (bits >>> n & 1) == 1).toArray();
  }

  /** Whether no hour of the day is left out. */
  public boolean isInEveryHour() {
    return parts[CronPart.HOURS.ordinal()] == 0;
  }

  /** The first of its times that is not before {@code from}; null if there is none. */
  public @Nullable LocalDateTime next(LocalDateTime from) {
    LocalDate date = from.toLocalDate();
    LocalTime time = from.toLocalTime();
    int whole = time.toSecondOfDay() + (time.getNano() > 0 ? 1 : 0);
    int second = nextSecondOfDay(whole);
    if (second == NONE) {
      date = date.plusDays(1);
    }
    LocalDate found = nextDate(date);
    if (found == null) {
      return null;
    }
    if (second == NONE || !found.equals(date)) {
      second = nextSecondOfDay(0);
    }
    return found.atTime(LocalTime.ofSecondOfDay(second));
  }

  private int nextSecondOfDay(int from) {
    if (from >= 24 * 3600) {
      return NONE;
    }
    long hours = named(CronPart.HOURS);
    long minutes = named(CronPart.MINUTES);
    long seconds = named(CronPart.SECONDS);
    int hour = next(hours, from / 3600, 24);
    int minute = 0;
    int second = 0;
    if (hour == from / 3600) {
      minute = from / 60 % 60;
      second = from % 60;
    }
    // What is not found in an hour, or a minute, is at the beginning of the next one.
    while (hour != NONE) {
      int m = next(minutes, minute, 60);
      int s = m == NONE ? NONE : next(seconds, m == minute ? second : 0, 60);
      if (s != NONE) {
        return hour * 3600 + m * 60 + s;
      }
      if (m == NONE) {
        hour = next(hours, hour + 1, 24);
        minute = 0;
      } else {
        minute = m + 1;
      }
      second = 0;
    }
    return NONE;
  }

  private @Nullable LocalDate nextDate(LocalDate from) {
    int day = from.getDayOfMonth();
    int month = from.getMonthValue();
    long months = named(CronPart.MONTHS);
    int last = Math.min(LAST_YEAR, from.getYear() + CYCLE);
    for (int year = from.getYear(); year <= last; year++) {
      for (int m = next(months, month, 13); m != NONE; m = next(months, m + 1, 13)) {
        LocalDate first = LocalDate.of(year, m, 1);
        int d = next(days(first), m == month ? day : 1, 32);
        if (d != NONE) {
          return first.withDayOfMonth(d);
        }
      }
      month = 1;
      day = 1;
    }
    return null;
  }

  /** The days that are meant in the month that begins at {@code first}. */
  private long days(LocalDate first) {
    int length = first.lengthOfMonth();
    DayOfWeek begin = first.getDayOfWeek();
    long all = (1L << length + 1) - 2;
    boolean named = false;
    long days = 0;
    for (CronPart part : DAY_PARTS) {
      long bits = parts[part.ordinal()];
      if (bits != 0) {
        named = true;
        for (int n = next(bits, 0, 32); n != NONE; n = next(bits, n + 1, 32)) {
          days |= days(part, n, begin.getValue(), length);
        }
      }
    }
    return named ? days & all : all;
  }

  /**
   * The days that are meant by the number {@code n} of a part.
   *
   * @param begin the day of the week with which the month begins
   * @param length how many days it has; bits beyond that mean nothing
   */
  private static long days(CronPart part, int n, int begin, int length) {
    int firstOfKind = 1 + Math.floorMod(n - begin, 7);
    return switch (part) {
      case DAYS -> 1L << n;
      case LAST_DAYS -> day(length - n);
      case WORKDAYS -> workday(n, begin, length);
      case LAST_WORKDAYS -> workday(length - n, begin, length);
      case WEEKDAYS -> EVERY_SEVENTH << firstOfKind;
      case LAST_WEEKDAYS -> day(firstOfKind + (length - firstOfKind) / 7 * 7);
      default -> day(firstOfKind + 7 * (part.ordinal() - CronPart.FIRST_WEEKDAYS.ordinal()));
    };
  }

  private static long day(int day) {
    return day < 1 ? 0 : 1L << day;
  }

  /** The day from Monday to Friday that is nearest to {@code day} in its month. */
  private static long workday(int day, int begin, int length) {
    if (day < 1 || day > length) {
      return 0;
    }
    int weekday = 1 + (begin - 1 + day - 1) % 7;
    int nearest = day;
    if (weekday == 6) {
      nearest = day == 1 ? day + 2 : day - 1;
    } else if (weekday == 7) {
      nearest = day == length ? day - 2 : day + 1;
    }
    return day(nearest);
  }

  private long named(CronPart part) {
    long bits = parts[part.ordinal()];
    return bits == 0 ? FULL : bits;
  }

  /** The first bit from {@code from} on that is set, and is below {@code end}. */
  private static int next(long bits, int from, int end) {
    long rest = from < Long.SIZE ? bits & FULL << from : 0;
    int first = Long.numberOfTrailingZeros(rest);
    return first < end ? first : NONE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronFields fields && Arrays.equals(parts, fields.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (CronPart part : CronPart.values()) {
      int[] numbers = numbers(part);
      if (numbers.length > 0) {
        text.append(text.isEmpty() ? "" : ", ").append(part).append(Arrays.toString(numbers));
      }
    }
    return text.toString();
  }
}
