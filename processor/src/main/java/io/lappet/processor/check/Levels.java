package io.lappet.processor.check;

import io.lappet.internal.text.Nearest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/** How loud each problem is, as the options of the compilation say. */
public final class Levels {
  /** Which files say what all classes of the module declare. */
  public static final String TOPOLOGY = "lappet.topology";

  /** The file with which that is compared. */
  public static final String TOPOLOGY_LOCK = TOPOLOGY + ".lock";

  /** What {@link #TOPOLOGY} can list. */
  public static final List<String> TOPOLOGY_FORMATS = List.of("mermaid", "dot", "html");

  private static final String PREFIX = "lappet.";
  private static final String CHECK = PREFIX + "check.";
  private static final String STRICT = PREFIX + "strict";
  private static final String CONCRETE = PREFIX + "concrete";

  private static final Map<String, Optional<Diagnostic.Kind>> NAMES = Map.of(
      "off", Optional.empty(),
      "note", Optional.of(Diagnostic.Kind.NOTE),
      "warn", Optional.of(Diagnostic.Kind.WARNING),
      "error", Optional.of(Diagnostic.Kind.ERROR));

  private final Map<Problem, Optional<Diagnostic.Kind>> set = new EnumMap<>(Problem.class);
  private final boolean strict;

  /**
   * Reads {@code options}.
   *
   * @param mistakes is told the text of each mistake in them
   */
  public Levels(Map<String, String> options, Consumer<String> mistakes) {
    strict = "true".equals(options.get(STRICT));
    new TreeMap<>(options).forEach((option, value) -> {
      if (option.startsWith(PREFIX)) {
        mistake(option, String.valueOf(value)).ifPresent(mistakes);
      }
    });
  }

  /** Whether more is asked for than is certain. */
  public boolean isStrict() {
    return strict;
  }

  /** The names of all options. */
  public static Set<String> options() {
    Set<String> options = new LinkedHashSet<>(List.of(STRICT, CONCRETE, TOPOLOGY, TOPOLOGY_LOCK));
    for (Problem problem : Problem.values()) {
      options.add(option(problem));
    }
    return options;
  }

  /** javac takes only identifiers and dots in the names of options. */
  private static String option(Problem problem) {
    return CHECK + problem.key().replace('-', '_');
  }

  /** How loud {@code problem} is; empty if it is off. */
  public Optional<Diagnostic.Kind> kind(Problem problem) {
    return set.getOrDefault(problem, problem.kind(strict));
  }

  /** Whether an option says how loud {@code problem} is. */
  public boolean isSet(Problem problem) {
    return set.containsKey(problem);
  }

  /** Takes in one option, or says what is wrong with it. */
  private Optional<String> mistake(String option, String value) {
    if (option.equals(STRICT)) {
      return oneOf(option, value, List.of("true", "false"));
    }
    if (option.equals(TOPOLOGY)) {
      return Arrays.stream(value.split("[,;\\s]+"))
          .map(format -> oneOf(option, format, TOPOLOGY_FORMATS))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (option.equals(TOPOLOGY_LOCK)) {
      return Optional.empty();
    }
    if (option.equals(CONCRETE)) {
      return level(Problem.NOT_ABSTRACT, option, value, List.of("warn", "error"));
    }
    if (!options().contains(option)) {
      String remedy = Nearest.to(option, options())
          .map("Did you mean \"%s\"?"::formatted)
          .orElse("The options are " + String.join(", ", options()) + ".");
      return Optional.of(unknown(option, "an option of lappet-processor", remedy));
    }
    return Arrays.stream(Problem.values())
        .filter(problem -> option.equals(option(problem)))
        .map(problem -> level(problem, option, value, allowed(problem)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> level(
      Problem problem, String option, String value, List<String> allowed) {
    Optional<String> mistake = oneOf(option, value, allowed);
    if (mistake.isEmpty()) {
      set.put(problem, NAMES.get(value));
    }
    return mistake;
  }

  private static List<String> allowed(Problem problem) {
    return problem.isEssential() ? List.of("error") : List.of("off", "note", "warn", "error");
  }

  private static Optional<String> oneOf(String option, String value, List<String> allowed) {
    if (allowed.contains(value)) {
      return Optional.empty();
    }
    String values = allowed.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    String remedy =
        allowed.size() == 1 ? "It is always " + values + "." : "Write one of " + values + ".";
    return Optional.of(unknown(value, "a value of option " + option, remedy));
  }

  private static String unknown(String name, String kind, String remedy) {
    return Problem.UNKNOWN_NAME.text(Diagnostic.Kind.ERROR, name, kind, remedy);
  }
}
