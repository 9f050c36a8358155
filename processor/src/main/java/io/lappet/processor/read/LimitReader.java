package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.LIMIT;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.PermitUse;
import io.lappet.processor.model.PermitsShape;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code @Limit}: on a method which permits its calls take, on an accessor how many there are. */
final class LimitReader {
  private final Resources resources;
  private final Report report;

  LimitReader(Resources resources, Report report) {
    this.resources = resources;
    this.report = report;
  }

  /** The permits that calls of {@code method} take, if it is annotated; mistakes are reported. */
  Optional<PermitUse> read(Member method) {
    return method.mark(LIMIT).flatMap(mark -> read(method, mark));
  }

  private Optional<PermitUse> read(Member method, Mark mark) {
    Optional<DurationModel> timeout = Durations.optional(mark, "timeout", report);
    if (mark.isSet("value") && mark.isSet("permits")) {
      report.add(
          mark.place("permits"),
          Problem.CONTRADICTION,
          "permits = " + mark.number("permits"),
          "\"%s\"".formatted(mark.string("value")),
          "the accessor says how many permits there are",
          "Leave one of the two out.");
      return Optional.empty();
    }
    if (mark.isSet("value")) {
      if (mark.flag("fair")) {
        report.add(
            mark.place("fair"),
            Problem.CONTRADICTION,
            "fair = true",
            "\"%s\"".formatted(mark.string("value")),
            "the accessor says in which order permits are given",
            "Put it on the accessor.");
      }
      return resources
          .find(ResourceKind.PERMITS, method, mark.string("value"), mark.place("value"))
          .map(permits -> new PermitUse.OfAll(permits, timeout));
    }
    return shape(mark, method, report).map(shape -> new PermitUse.OfMethod(shape, timeout));
  }

  /** The permits of an accessor; the report says if their number is missing. */
  static PermitsShape ofAccessor(Member accessor, Report report) {
    Optional<Mark> mark = accessor.mark(LIMIT);
    if (mark.isEmpty()) {
      refuseMissing(accessor, accessor.anchor(accessor.place()), report);
    }
    return mark.flatMap(it -> shape(it, accessor, report)).orElse(new PermitsShape(1, false));
  }

  /** The threads of the lane with this accessor, if it says how many. */
  static OptionalInt ofLane(Member accessor, Report report) {
    Optional<Mark> mark = accessor.mark(LIMIT).filter(it -> it.isSet("permits"));
    return mark.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Numbers.read(mark.get(), "permits", 1, report));
  }

  private static Optional<PermitsShape> shape(Mark mark, Member method, Report report) {
    if (!mark.isSet("permits")) {
      refuseMissing(method, mark.place(), report);
      return Optional.empty();
    }
    int permits = Numbers.read(mark, "permits", 1, report);
    return Optional.of(new PermitsShape(permits, mark.flag("fair")));
  }

  private static void refuseMissing(
      Member method, io.lappet.processor.model.Place place, Report report) {
    String remedy = method.isDemand()
        ? "Write how many there are: @Limit(permits = 2)."
        : "Write @Limit(permits = 4) for this method alone, or the name of permits: @Limit(\"db\").";
    report.add(
        place,
        Problem.CONTRADICTION,
        method.isDemand() ? "Permits " + method.label() : "@Limit on " + method.label(),
        "itself",
        "nothing says how many permits there are",
        remedy);
  }
}
