package io.lappet.processor.check;

import io.lappet.processor.model.Place;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** What is wrong with one class. It is collected first, so that everything is said at once. */
public final class Report {
  private record Line(Place place, Diagnostic.Kind kind, String text) {}

  private final Levels levels;
  // A set: what a class says for all its methods is wrong once.
  private final Set<Line> lines = new LinkedHashSet<>();
  private boolean clean = true;

  /** Begins a report. */
  public Report(Levels levels) {
    this.levels = levels;
  }

  /** A report that nobody reads, about something that is told elsewhere. */
  public Report unheard() {
    return new Report(levels);
  }

  /** Says that there is {@code problem} at {@code place}. */
  public void add(Place place, Problem problem, Object... arguments) {
    if (problem.isSuppressible() && isSuppressed(place.element(), problem)) {
      return;
    }
    levels.kind(problem).ifPresent(kind -> add(place, kind, problem.text(kind, arguments)));
  }

  /** Says something that is no mistake. */
  public void note(Place place, Problem problem, Object... arguments) {
    add(place, Diagnostic.Kind.NOTE, problem.text(Diagnostic.Kind.NOTE, arguments));
  }

  /** Whether there is nothing that keeps the class from being woven. */
  public boolean isClean() {
    return clean;
  }

  /** Shows everything. */
  public void printTo(Messager messager) {
    for (Line line : lines) {
      line.place().print(messager, line.kind(), line.text());
    }
  }

  private void add(Place place, Diagnostic.Kind kind, String text) {
    clean &= kind != Diagnostic.Kind.ERROR;
    if (!place.told()) {
      lines.add(new Line(place, kind, text));
    }
  }

  private static boolean isSuppressed(@Nullable Element element, Problem problem) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && Arrays.asList(suppressed.value()).contains(problem.key())) {
        return true;
      }
    }
    return false;
  }
}
