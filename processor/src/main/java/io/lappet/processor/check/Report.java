package io.lappet.processor.check;

import io.lappet.processor.model.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

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
    if (problem.isSuppressible() && Accepted.at(place.element()).contains(problem.key())) {
      return;
    }
    levels.kind(problem).ifPresent(kind -> add(place, kind, problem.text(kind, arguments)));
  }

  /**
   * As {@link #add(Place, Problem, Object...)}, unless it is accepted at {@code other}, of which the
   * message tells too.
   */
  public void addUnlessAccepted(Element other, Place place, Problem problem, Object... arguments) {
    if (!problem.isSuppressible() || !Accepted.at(other).contains(problem.key())) {
      add(place, problem, arguments);
    }
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
}
