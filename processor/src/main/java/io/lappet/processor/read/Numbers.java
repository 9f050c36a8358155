package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;

/** Reads numbers of annotations. */
final class Numbers {
  private Numbers() {}

  /** The value of {@code name}; {@code report} says if it is below {@code least}. */
  static int read(Mark mark, String name, int least, Object byDefault, Report report) {
    int number = mark.number(name);
    if (number < least) {
      report.add(mark.place(name), Problem.NUMBER, name, number, least, name, byDefault);
    }
    return number;
  }
}
