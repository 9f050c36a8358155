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

  /** The value of {@code name}, a part of a whole; {@code report} says if it is none. */
  static double readPart(Mark mark, String name, Report report) {
    double part = mark.part(name);
    if (!(part >= 0 && part <= 1)) {
      String fault = part < 0 ? "too small" : part > 1 ? "too large" : "not a number";
      String otherwise = ", or leave %s out".formatted(name);
      report.add(mark.place(name), Problem.NUMBER, name, part, fault, "from 0 to 1", otherwise);
    }
    return part;
  }

  private static int check(Mark mark, String name, int least, String otherwise, Report report) {
    int number = mark.number(name);
    if (number < least) {
      String range = "of at least %s".formatted(least);
      report.add(mark.place(name), Problem.NUMBER, name, number, "too small", range, otherwise);
    }
    return number;
  }
}
