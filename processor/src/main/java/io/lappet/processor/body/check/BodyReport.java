package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Levels;
import io.lappet.processor.check.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;

/** What is wrong with the bodies of a compilation. It is collected first, so that each is told once. */
public final class BodyReport {
  /** One message. */
  public record Line(Spot spot, Diagnostic.Kind kind, String text) {}

  private final Levels levels;
  private final Set<Line> lines = new LinkedHashSet<>();

  /** Begins a report. */
  public BodyReport(Levels levels) {
    this.levels = levels;
  }

  /** Whether more is asked for than is certain. */
  public boolean isStrict() {
    return levels.isStrict();
  }

  /** Whether anyone hears of {@code problem}: a check that is off need not look for it. */
  public boolean isOn(Problem problem) {
    return levels.kind(problem).isPresent();
  }

  /**
   * Says that there is {@code problem} at {@code spot}.
   *
   * @param suppressed the keys that are accepted at the places of which the message tells
   */
  public void add(Problem problem, Spot spot, Set<String> suppressed, Object... arguments) {
    add(problem, levels.kind(problem), spot, suppressed, arguments);
  }

  /** The same, as a warning at most: it may be wrong here. An option still makes it what it says. */
  public void doubt(Problem problem, Spot spot, Set<String> suppressed, Object... arguments) {
    Optional<Diagnostic.Kind> kind = levels.kind(problem);
    boolean isTooLoud = kind.filter(Diagnostic.Kind.ERROR::equals).isPresent();
    Optional<Diagnostic.Kind> doubtful =
        isTooLoud && !levels.isSet(problem) ? Optional.of(Diagnostic.Kind.WARNING) : kind;
    add(problem, doubtful, spot, suppressed, arguments);
  }

  private void add(
      Problem problem,
      Optional<Diagnostic.Kind> kind,
      Spot spot,
      Set<String> suppressed,
      Object... arguments) {
    // What only another compilation can show, it has told.
    if (kind.isPresent() && spot.isHere() && !suppressed.contains(problem.key())) {
      lines.add(new Line(spot, kind.get(), problem.text(kind.get(), arguments)));
    }
  }

  /** What is accepted at any of {@code methods}. */
  public static Set<String> suppressed(Collection<MethodFacts> methods) {
    Set<String> all = new HashSet<>();
    methods.forEach(method -> all.addAll(method.suppressed()));
    return all;
  }

  /** The messages, each once. */
  public Set<Line> lines() {
    return lines;
  }
}
