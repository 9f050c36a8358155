package io.lappet.internal.time;

/** What a {@link CronFields} can say. All numbers are counted as people do; Monday is 1. */
public enum CronPart {
  /** Seconds of a minute, 0 to 59. */
  SECONDS,
  /** Minutes of an hour, 0 to 59. */
  MINUTES,
  /** Hours of a day, 0 to 23. */
  HOURS,
  /** Days of a month, 1 to 31. */
  DAYS,
  /** Days counted back from the last of a month, which is 0. */
  LAST_DAYS,
  /** Working days nearest to these days of a month, in the same month. */
  WORKDAYS,
  /** Working days nearest to these days, counted back from the last of a month, which is 0. */
  LAST_WORKDAYS,
  /** Months of a year, 1 to 12. */
  MONTHS,
  /** Days of a week, 1 to 7. */
  WEEKDAYS,
  /** Days of a week that are the first of their kind in a month; the next four likewise. */
  FIRST_WEEKDAYS,
  SECOND_WEEKDAYS,
  THIRD_WEEKDAYS,
  FOURTH_WEEKDAYS,
  FIFTH_WEEKDAYS,
  /** Days of a week that are the last of their kind in a month. */
  LAST_WEEKDAYS;

  /** Those of {@code n}th days of a week, {@code n} from 1 to 5. */
  public static CronPart nthWeekdays(int n) {
    return values()[FIRST_WEEKDAYS.ordinal() + n - 1];
  }
}
