package io.lappet.internal.text;

import io.lappet.internal.time.CronFields;
import io.lappet.internal.time.CronPart;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cron expressions: five fields, six with the second in front, or the name of one.
 *
 * <p>A day field that is {@code *} or {@code ?} says nothing. If both say something, a day that either
 * names is meant, as with cron itself.
 */
public final class CronParser {
  private static final Map<String, String> MACROS = Map.of(
      "@yearly", "0 0 1 1 *",
      "@annually", "0 0 1 1 *",
      "@monthly", "0 0 1 * *",
      "@weekly", "0 0 * * 0",
      "@daily", "0 0 * * *",
      "@midnight", "0 0 * * *",
      "@hourly", "0 * * * *");

  private static final List<CronField> FIVE =
      List.of(CronField.MINUTE, CronField.HOUR, CronField.DAY, CronField.MONTH, CronField.WEEKDAY);

  private static final String FORM =
      "Write minute, hour, day of the month, month and day of the week, for example"
          + " \"0 9 * * MON-FRI\" for nine o'clock on working days; a sixth in front is the second.";

  private static final Pattern LAST_DAY = Pattern.compile("L(?:-(\\d{1,3}))?(W)?");
  private static final Pattern WORKDAY = Pattern.compile("(\\d{1,3})W");
  private static final Pattern LAST_WEEKDAY = Pattern.compile("(\\w+)L");
  private static final Pattern NTH_WEEKDAY = Pattern.compile("(\\w+)#(\\w+)");
  private static final Pattern STEPS = Pattern.compile("([^/]*)/([^/]*)");
  private static final Pattern RANGE = Pattern.compile("([^-]*)-([^-]*)");

  private CronFields fields = CronFields.ALL;

  private CronParser() {}

  /**
   * The times that {@code text} means.
   *
   * @throws TextException if it means none, or is no cron expression
   */
  public static CronFields parse(String text) throws TextException {
    CronParser parser = new CronParser();
    parser.read(expanded(text.strip()));
    if (parser.fields.next(LocalDateTime.of(2000, 1, 1, 0, 0)) == null) {
      throw new TextException(
          "never comes",
          "No month that it names has such a day: look at the fields of the day and of the month.");
    }
    return parser.fields;
  }

  private static String expanded(String text) throws TextException {
    if (!text.startsWith("@")) {
      return text;
    }
    String name = text.toLowerCase(Locale.ROOT);
    String expression = MACROS.get(name);
    if (expression != null) {
      return expression;
    }
    if (name.equals("@reboot")) {
      throw new TextException(
          "is no time of day", "What is to run once at the start is a @Daemon method.");
    }
    List<String> known = MACROS.keySet().stream().sorted().toList();
    throw new TextException(
        "is not the name of an expression",
        Nearest.to(name, known)
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("There are " + String.join(", ", known) + "."));
  }

  private void read(String text) throws TextException {
    if (text.isEmpty()) {
      throw new TextException("is empty", FORM);
    }
    String[] words = text.split("\\s+");
    if (words.length == 7) {
      throw new TextException("has 7 fields", "Leave the last one out: years cannot be named.");
    }
    if (words.length != 5 && words.length != 6) {
      throw new TextException(
          words.length == 1 ? "has one field" : "has " + words.length + " fields", FORM);
    }
    int five = words.length - FIVE.size();
    read(CronField.SECOND, five == 1 ? words[0] : "0");
    Map<CronField, String> written = new EnumMap<>(CronField.class);
    for (int i = 0; i < FIVE.size(); i++) {
      written.put(FIVE.get(i), words[five + i]);
      read(FIVE.get(i), words[five + i]);
    }
    if ("?".equals(written.get(CronField.DAY)) && "?".equals(written.get(CronField.WEEKDAY))) {
      throw new TextException(
          "has two fields of days that leave the choice to each other",
          "Write * for one of them, for every day.");
    }
  }

  private void read(CronField field, String text) throws TextException {
    boolean isAll = text.equals("*") || text.equals("*/1") || field.isDay() && text.equals("?");
    if (isAll) {
      return;
    }
    CronFields before = fields;
    for (String item : text.split(",", -1)) {
      readItem(field, item.toUpperCase(Locale.ROOT), text);
    }
    if (!field.isDay() && fields.numbers(field.part()).length == field.size()) {
      fields = before; // a list of all values says nothing either
    }
  }

  private void readItem(CronField field, String item, String text) throws TextException {
    if (item.equals("*") || item.equals("?")) {
      throw text.equals(item)
          ? refusal(field, text, "is no " + field.label())
          : refusal(field, text, "names all values and others too");
    }
    if (field == CronField.DAY && isSpecialDay(item)
        || field == CronField.WEEKDAY && isSpecialWeekday(item)) {
      return;
    }
    Matcher steps = STEPS.matcher(item);
    int step = 1;
    String from = item;
    if (steps.matches()) {
      from = steps.group(1);
      step = step(field, steps.group(2));
    }
    if (from.equals("*")) {
      addRange(field, field.least(), field.least() + field.size() - 1, step);
      return;
    }
    Matcher range = RANGE.matcher(from);
    if (range.matches()) {
      addRange(field, value(field, range.group(1)), value(field, range.group(2)), step);
    } else {
      int value = value(field, from);
      addRange(field, value, steps.matches() ? field.most() : value, step);
    }
  }

  /** Adds the values of a range, which may go over the end of the field. */
  private void addRange(CronField field, int first, int last, int step) {
    int end = last < first ? last + field.size() : last;
    for (int value = first; value <= end; value += step) {
      add(field, field.least() + (value - field.least()) % field.size());
    }
  }

  private void add(CronField field, int value) {
    boolean isSunday = field == CronField.WEEKDAY && value == 0;
    fields = fields.with(field.part(), isSunday ? CronField.WEEK : value);
  }

  private boolean isSpecialDay(String item) throws TextException {
    Matcher last = LAST_DAY.matcher(item);
    if (last.matches()) {
      int before = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
      if (before >= CronField.DAY.most()) {
        throw refusal(CronField.DAY, item, "is before the first of any month");
      }
      CronPart part = last.group(2) == null ? CronPart.LAST_DAYS : CronPart.LAST_WORKDAYS;
      fields = fields.with(part, before);
      return true;
    }
    Matcher workday = WORKDAY.matcher(item);
    if (workday.matches()) {
      fields = fields.with(CronPart.WORKDAYS, value(CronField.DAY, workday.group(1)));
      return true;
    }
    return false;
  }

  private boolean isSpecialWeekday(String item) throws TextException {
    if (item.equals("L")) {
      throw refusal(CronField.WEEKDAY, item, "is the last of no day");
    }
    Matcher last = LAST_WEEKDAY.matcher(item);
    if (last.matches()) {
      fields = fields.with(CronPart.LAST_WEEKDAYS, weekday(last.group(1)));
      return true;
    }
    Matcher nth = NTH_WEEKDAY.matcher(item);
    if (nth.matches()) {
      int weekday = weekday(nth.group(1));
      if (!nth.group(2).matches("[1-5]")) {
        throw new TextException(
            "names " + item + " of a month, where there are five at most",
            "Write a number from 1 to 5 after the #, or L for the last: " + nth.group(1) + "L.");
      }
      fields = fields.with(CronPart.nthWeekdays(Integer.parseInt(nth.group(2))), weekday);
      return true;
    }
    return false;
  }

  private static int weekday(String text) throws TextException {
    int value = value(CronField.WEEKDAY, text);
    return value == 0 ? CronField.WEEK : value;
  }

  private static int value(CronField field, String text) throws TextException {
    int value = field.number(text);
    if (value >= 0) {
      return value;
    }
    String fault = "has \"" + text + "\" for the " + field.label() + ", and there is none such";
    throw field.names().stream()
        .filter(text::startsWith)
        .findFirst()
        .or(() -> Nearest.to(text, field.names()))
        .map(near -> new TextException(fault, "Did you mean \"" + near + "\"?"))
        .orElseGet(() -> new TextException(fault, field.allowed()));
  }

  private static int step(CronField field, String text) throws TextException {
    int step = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (step < 1 || step > field.most()) {
      throw new TextException(
          "has steps of \"" + text + "\" for the " + field.label() + ", and there are none such",
          "A step is 1 to " + field.most() + "; it begins anew with each " + field.larger() + ".");
    }
    return step;
  }

  private static TextException refusal(CronField field, String text, String fault) {
    return new TextException(
        "has \"" + text + "\" for the " + field.label() + ", which " + fault, field.allowed());
  }
}
