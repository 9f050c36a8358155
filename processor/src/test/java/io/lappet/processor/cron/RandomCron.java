package io.lappet.processor.cron;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A cron expression made by chance, and what it means: told by who made it, part by part, with
 * nothing of the parser and the tables.
 *
 * @param goesOn whether it leaves the hour open
 */
record RandomCron(
    String text,
    IntPredicate second,
    IntPredicate minute,
    IntPredicate hour,
    Predicate<LocalDate> date,
    boolean goesOn) {

  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /** What a field says: text, and which values. */
  private record Field(String text, IntPredicate has) {
    boolean isAll() {
      return text.equals("*");
    }
  }

  /** What a field of days says; null if it says nothing. */
  private record Days(String text, Predicate<LocalDate> has) {}

  /** Five fields, as all crons have them. */
  static RandomCron five(Random random) {
    Field minute = field(random, 0, 59, 0.3);
    Field hour = field(random, 0, 23, 0.3);
    Days day = plain(field(random, 1, 31, 0.5), LocalDate::getDayOfMonth);
    Field month = named(field(random, 1, 12, 0.6), random, MONTHS, 1);
    Days weekday = plain(named(field(random, 0, 6, 0.5), random, WEEKDAYS, 0), RandomCron::ofWeek);
    String text =
        String.join(" ", minute.text(), hour.text(), day.text(), month.text(), weekday.text());
    return new RandomCron(
        text,
        second -> second == 0,
        minute.has(),
        hour.has(),
        date(either(day, weekday), month),
        isFull(hour));
  }

  /**
   * Six fields, of whose two fields of days one is left open, and the other may be special. There is
   * no 31W: where a month has no such day, Quartz finds another one.
   */
  static RandomCron six(Random random) {
    Field second = random.nextInt(3) > 0 ? one(random, 0, 59) : field(random, 0, 59, 0.1);
    Field minute = field(random, 0, 59, 0.2);
    Field hour = field(random, 0, 23, 0.3);
    Field month = named(field(random, 1, 12, 0.6), random, MONTHS, 1);
    boolean ofMonth = random.nextBoolean();
    Days days = ofMonth ? ofMonth(random, 28) : ofWeek(random);
    String text = String.join(
        " ",
        second.text(),
        minute.text(),
        hour.text(),
        ofMonth ? days.text() : "?",
        month.text(),
        ofMonth ? "?" : days.text());
    return new RandomCron(
        text, second.has(), minute.has(), hour.has(), date(days.has(), month), isFull(hour));
  }

  /** Whatever there is: lists of special days in both fields, and ranges over the end. */
  static RandomCron any(Random random) {
    Field minute = wrapped(random, 0, 59);
    Field hour = random.nextInt(4) == 0 ? new Field("*", it -> true) : wrapped(random, 0, 23);
    Field month = random.nextBoolean() ? new Field("*", it -> true) : wrapped(random, 1, 12);
    List<Days> list = new ArrayList<>();
    List<String> ofMonth = new ArrayList<>();
    List<String> ofWeek = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Days days = ofMonth(random, 31);
      if (!days.text().equals("*")) {
        ofMonth.add(days.text());
        list.add(days);
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Days days = ofWeek(random);
      if (!days.text().equals("*")) {
        ofWeek.add(days.text());
        list.add(days);
      }
    }
    Predicate<LocalDate> days = list.isEmpty()
        ? date -> true
        : date -> list.stream().anyMatch(it -> it.has().test(date));
    String text = String.join(
        " ",
        minute.text(),
        hour.text(),
        ofMonth.isEmpty() ? "*" : String.join(",", ofMonth),
        month.text(),
        ofWeek.isEmpty() ? "*" : String.join(",", ofWeek));
    return new RandomCron(
        text, second -> second == 0, minute.has(), hour.has(), date(days, month), isFull(hour));
  }

  /** Whether there is any such day; the days of all years come again after 400. */
  boolean isPossible() {
    LocalDate end = LocalDate.of(2400, 1, 1);
    return LocalDate.of(2000, 1, 1).datesUntil(end).anyMatch(date);
  }

  private static Predicate<LocalDate> date(Predicate<LocalDate> days, Field month) {
    return date -> month.has().test(date.getMonthValue()) && days.test(date);
  }

  private static boolean isFull(Field hour) {
    for (int i = 0; i < 24; i++) {
      if (!hour.has().test(i)) {
        return false;
      }
    }
    return true;
  }

  private static int ofWeek(LocalDate date) {
    return date.getDayOfWeek().getValue() % 7;
  }

  private static Days plain(Field field, ToIntFunction<LocalDate> value) {
    return new Days(field.text(), date -> field.has().test(value.applyAsInt(date)));
  }

  private static Predicate<LocalDate> either(Days day, Days weekday) {
    if (day.text().equals("*")) {
      return weekday.has();
    }
    return weekday.text().equals("*") ? day.has() : day.has().or(weekday.has());
  }

  private static Field field(Random random, int least, int most, double all) {
    if (random.nextDouble() < all) {
      return new Field("*", it -> true);
    }
    Field field = item(random, least, most);
    for (int i = random.nextInt(3); i > 0; i--) {
      field = list(field, item(random, least, most));
    }
    return field;
  }

  private static Field list(Field one, Field other) {
    return new Field(one.text() + "," + other.text(), one.has().or(other.has()));
  }

  private static Field item(Random random, int least, int most) {
    int size = most - least + 1;
    int a = least + random.nextInt(size);
    int b = a + random.nextInt(most - a + 1);
    int step = 2 + random.nextInt(Math.max(1, size / 2)); // with 1 it would be *
    return switch (random.nextInt(5)) {
      case 0 -> new Field("*/" + step, value -> value >= least && (value - least) % step == 0);
      case 1 -> new Field(a + "-" + b, value -> value >= a && value <= b);
      case 2 ->
        new Field(
            a + "-" + b + "/" + step, value -> value >= a && value <= b && (value - a) % step == 0);
      default -> new Field("" + a, value -> value == a);
    };
  }

  private static Field one(Random random, int least, int most) {
    int value = least + random.nextInt(most - least + 1);
    return new Field("" + value, it -> it == value);
  }

  /** A range that may go over the end, with or without steps. */
  private static Field wrapped(Random random, int least, int most) {
    int size = most - least + 1;
    int a = least + random.nextInt(size);
    int b = least + random.nextInt(size);
    int step = 1 + random.nextInt(5);
    int length = Math.floorMod(b - a, size);
    return new Field(a + "-" + b + (step > 1 ? "/" + step : ""), value -> {
      int from = Math.floorMod(value - a, size);
      return from <= length && from % step == 0;
    });
  }

  /** The same field with names instead of its numbers, at times. */
  private static Field named(Field field, Random random, List<String> names, int least) {
    // To cron-utils SUN is 7, so that SUN-FRI is no range, and 0-5 is one.
    boolean isNumeric = field.text().contains("/") || field.text().contains("0-");
    return random.nextBoolean() || isNumeric ? field : named(field, names, least);
  }

  private static Field named(Field field, List<String> names, int least) {
    String text = Pattern.compile("\\d+")
        .matcher(field.text())
        .replaceAll(number -> names.get(Integer.parseInt(number.group()) - least));
    return new Field(text, field.has());
  }

  private static Days ofMonth(Random random, int lastWorkday) {
    int n = 1 + random.nextInt(lastWorkday);
    int k = random.nextInt(10);
    return switch (random.nextInt(7)) {
      case 0 -> new Days("L", date -> date.getDayOfMonth() == date.lengthOfMonth());
      case 1 -> new Days("L-" + k, date -> date.getDayOfMonth() == date.lengthOfMonth() - k);
      case 2 -> new Days("LW", date -> isNearestWorkday(date, date.lengthOfMonth()));
      case 3 -> new Days(n + "W", date -> isNearestWorkday(date, n));
      default -> plain(field(random, 1, 31, 0.2), LocalDate::getDayOfMonth);
    };
  }

  private static Days ofWeek(Random random) {
    int weekday = random.nextInt(7);
    int n = 1 + random.nextInt(5);
    String name = WEEKDAYS.get(weekday);
    return switch (random.nextInt(5)) {
      case 0 ->
        new Days(
            name + "L",
            date -> ofWeek(date) == weekday && date.plusDays(7).getMonth() != date.getMonth());
      case 1, 2 ->
        new Days(
            name + "#" + n,
            date -> ofWeek(date) == weekday && (date.getDayOfMonth() - 1) / 7 == n - 1);
      default -> plain(named(withoutSteps(random), WEEKDAYS, 0), RandomCron::ofWeek);
    };
  }

  /** Days of a week that can be written with names alone, as numbers do not mean the same to all. */
  private static Field withoutSteps(Random random) {
    Field field = field(random, 0, 6, 0.2);
    return field.text().contains("/") ? withoutSteps(random) : field;
  }

  /** Whether no other working day of the month is nearer to {@code day}, which the month has. */
  private static boolean isNearestWorkday(LocalDate date, int day) {
    if (day > date.lengthOfMonth() || isWeekend(date)) {
      return false;
    }
    int distance = Math.abs(date.getDayOfMonth() - day);
    return date.withDayOfMonth(1)
        .datesUntil(date.withDayOfMonth(1).plusMonths(1))
        .filter(other -> !isWeekend(other))
        .noneMatch(other -> Math.abs(other.getDayOfMonth() - day) < distance);
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
