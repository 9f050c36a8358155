package io.lappet.internal.text;

import io.lappet.internal.time.CronPart;
import java.util.List;
import java.util.Locale;

/** A field of a cron expression. */
enum CronField {
  SECOND("second", 0, 59, CronPart.SECONDS, List.of(), "0", "*/10", "0,30"),
  MINUTE("minute", 0, 59, CronPart.MINUTES, List.of(), "0", "*/5", "0,30", "10-20"),
  HOUR("hour", 0, 23, CronPart.HOURS, List.of(), "9", "*/2", "9,17", "9-17", "22-2"),
  DAY(
      "day of the month",
      1,
      31,
      CronPart.DAYS,
      List.of(),
      "1",
      "1,15",
      "1-7",
      "L",
      "L-3",
      "LW",
      "15W"),
  MONTH(
      "month",
      1,
      12,
      CronPart.MONTHS,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
      "JAN",
      "1,7",
      "NOV-FEB"),
  WEEKDAY(
      "day of the week",
      0,
      7,
      CronPart.WEEKDAYS,
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"),
      "MON",
      "MON-FRI",
      "SAT,SUN",
      "FRIL",
      "MON#2");

  /** What a week has; Sunday has two numbers. */
  static final int WEEK = 7;

  private final String label;
  private final int least;
  private final int most;
  private final CronPart part;
  private final List<String> names;
  private final List<String> examples;

  CronField(
      String label, int least, int most, CronPart part, List<String> names, String... examples) {
    this.label = label;
    this.least = least;
    this.most = most;
    this.part = part;
    this.names = names;
    this.examples = List.of(examples);
  }

  /** As messages call it. */
  String label() {
    return label;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  CronPart part() {
    return part;
  }

  /** What its values are called, beginning with the least. */
  List<String> names() {
    return names;
  }

  /** What has all its values once. */
  String larger() {
    return switch (this) {
      case SECOND -> "minute";
      case MINUTE -> "hour";
      case HOUR -> "day";
      case DAY -> "month";
      case MONTH -> "year";
      case WEEKDAY -> "week";
    };
  }

  boolean isDay() {
    return this == DAY || this == WEEKDAY;
  }

  /** How many values it has. */
  int size() {
    return this == WEEKDAY ? WEEK : most - least + 1;
  }

  /** The number of a value, or -1. */
  int number(String text) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return least + named;
    }
    boolean isNumber = text.matches("[0-9]{1,3}");
    int number = isNumber ? Integer.parseInt(text) : -1;
    return number >= least && number <= most ? number : -1;
  }

  /** What may stand there. */
  String allowed() {
    String range = this == WEEKDAY
        ? "MON to SUN, or 1 to 7 from Monday on, 0 is Sunday too"
        : names.isEmpty()
            ? least + " to " + most
            : names.get(0) + " to " + names.get(names.size() - 1) + ", or " + least + " to " + most;
    return "The " + label + " is " + range + "; for example " + String.join(" ", examples)
        + " or *.";
  }
}
