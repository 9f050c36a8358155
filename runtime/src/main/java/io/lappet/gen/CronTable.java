package io.lappet.gen;

import io.lappet.annotation.Fold;
import io.lappet.annotation.Gap;
import io.lappet.internal.fabric.Calendar;
import io.lappet.internal.text.CronParser;
import io.lappet.internal.text.TextException;
import io.lappet.internal.time.Clocks;
import io.lappet.internal.time.CronFields;
import io.lappet.internal.time.CronPart;
import io.lappet.internal.time.CronTimes;
import java.time.ZoneId;

/**
 * Times of day, as the compiler has read them: which numbers each part of a local time may have. A
 * part that is not named may have all. Several parts that name days add up; a Monday is 1.
 */
public final class CronTable {
  private final String expression;
  private final CronFields fields;

  private CronTable(String expression, CronFields fields) {
    this.expression = expression;
    this.fields = fields;
  }

  /** Begins with all times; {@code expression} is how they are written, and is only shown. */
  public static CronTable of(String expression) {
    return new CronTable(expression, CronFields.ALL);
  }

  /** Reads an expression that no compiler has seen, as the compiler would. */
  static CronTable read(String expression) throws TextException {
    return new CronTable(expression, CronParser.parse(expression));
  }

  /** Names seconds, 0 to 59. */
  public CronTable seconds(int... seconds) {
    return with(CronPart.SECONDS, seconds);
  }

  /** Names minutes, 0 to 59. */
  public CronTable minutes(int... minutes) {
    return with(CronPart.MINUTES, minutes);
  }

  /** Names hours, 0 to 23. */
  public CronTable hours(int... hours) {
    return with(CronPart.HOURS, hours);
  }

  /** Names days of a month, 1 to 31. */
  public CronTable days(int... days) {
    return with(CronPart.DAYS, days);
  }

  /** Names days by how many come after them in the month. */
  public CronTable lastDays(int... later) {
    return with(CronPart.LAST_DAYS, later);
  }

  /** Names the days from Monday to Friday that are nearest to these days, in the same month. */
  public CronTable workdays(int... days) {
    return with(CronPart.WORKDAYS, days);
  }

  /** The same, given by how many come after them in the month. */
  public CronTable lastWorkdays(int... later) {
    return with(CronPart.LAST_WORKDAYS, later);
  }

  /** Names months, 1 to 12. */
  public CronTable months(int... months) {
    return with(CronPart.MONTHS, months);
  }

  /** Names days of a week, 1 to 7. */
  public CronTable weekdays(int... weekdays) {
    return with(CronPart.WEEKDAYS, weekdays);
  }

  /** Names days of a week that are the first of their kind in a month. */
  public CronTable firstWeekdays(int... weekdays) {
    return with(CronPart.FIRST_WEEKDAYS, weekdays);
  }

  /** The second. */
  public CronTable secondWeekdays(int... weekdays) {
    return with(CronPart.SECOND_WEEKDAYS, weekdays);
  }

  /** The third. */
  public CronTable thirdWeekdays(int... weekdays) {
    return with(CronPart.THIRD_WEEKDAYS, weekdays);
  }

  /** The fourth. */
  public CronTable fourthWeekdays(int... weekdays) {
    return with(CronPart.FOURTH_WEEKDAYS, weekdays);
  }

  /** The fifth. */
  public CronTable fifthWeekdays(int... weekdays) {
    return with(CronPart.FIFTH_WEEKDAYS, weekdays);
  }

  /** The last. */
  public CronTable lastWeekdays(int... weekdays) {
    return with(CronPart.LAST_WEEKDAYS, weekdays);
  }

  /** When clocks in {@code zone} show these times. */
  Calendar in(ZoneId zone, Gap gap, Fold fold) {
    Clocks clocks = Clocks.usual(fields);
    if (gap != Gap.AUTO) {
      clocks = clocks.withGap(gap == Gap.AT_END);
    }
    if (fold != Fold.AUTO) {
      clocks = clocks.withFold(fold != Fold.LAST, fold != Fold.FIRST);
    }
    return new CronTimes(fields, zone, clocks)::after;
  }

  private CronTable with(CronPart part, int... numbers) {
    return new CronTable(expression, fields.with(part, numbers));
  }

  @Override
  public String toString() {
    return expression;
  }
}
