package io.lappet.processor.read;

import io.lappet.internal.text.DurationText;
import io.lappet.internal.text.TextException;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.DurationModel;
import java.util.Optional;

/** Reads durations of annotations: {@code 1m30s}, or ISO-8601. */
final class Durations {
  private Durations() {}

  /** A duration that need not be set; {@code report} says if it is none. */
  static Optional<DurationModel> optional(Mark mark, String name, Report report) {
    String text = mark.string(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(model(text, DurationText.read(text)));
    } catch (TextException e) {
      return refuse(mark, name, e, report);
    }
  }

  /** A duration that is longer than zero; {@code report} says if it is not. */
  static Optional<DurationModel> positive(Mark mark, String name, Report report) {
    String text = mark.string(name);
    try {
      return Optional.of(model(text, DurationText.readPositive(text)));
    } catch (TextException e) {
      return refuse(mark, name, e, report);
    }
  }

  private static DurationModel model(String text, DurationText read) {
    return new DurationModel(text, read.value(), read.parts());
  }

  private static Optional<DurationModel> refuse(
      Mark mark, String name, TextException e, Report report) {
    report.add(mark.place(name), Problem.DURATION, mark.string(name), e.fault(), name);
    return Optional.empty();
  }
}
