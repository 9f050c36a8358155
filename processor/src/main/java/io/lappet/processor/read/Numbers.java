package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;

/** Reads numbers of annotations. */
final class Numbers {
  private Numbers() {}

  /** The value of {@code name}; {@code report} says if it is below {@code least}. */
  static int read(Mark mark, String name, int least, Object byDefault, Report report) {
    String otherwise = ", or leave %s out for the default, %s".formatted(name, byDefault);
    return check(mark, name, least, otherwise, report);
  }

  /** The same for a number without which there is nothing. */
  static int read(Mark mark, String name, int least, Report report) {
    return check(mark, name, least, "", report);
  }

  private static int check(Mark mark, String name, int least, String otherwise, Report report) {
    int number = mark.number(name);
    if (number < least) {
      report.add(mark.place(name), Problem.NUMBER, name, number, least, otherwise);
    }
    return number;
  }
}
