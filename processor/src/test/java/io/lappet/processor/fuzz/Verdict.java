package io.lappet.processor.fuzz;

import io.lappet.processor.Defects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.core.compiler.IProblem;

/** What a run of a compiler with the processor must not say. */
final class Verdict {
  private static final Pattern ID = Pattern.compile("(?s).*\\(LAP\\d{3}\\)\\s*");

  /**
   * What a compiler says of a body only when it has found nothing wrong in the declarations, so that
   * it may be missing from the run without the processor, which knows no woven class.
   */
  private static final Pattern LATE = Pattern.compile(
      "compiler\\.err\\.(unreported\\.exception.*|missing\\.ret\\.stmt|var\\.(might|not).*"
          + "|.*unreachable.*|except\\.never.*|initializer\\.must.*|cant\\.assign.*|final.*"
          + "|pattern.*|local.*|cant\\.ref\\.non.*|not\\.exhaustive.*|try\\.without.*|break.*)");

  private Verdict() {}

  /**
   * The faults of {@code said}.
   *
   * @param alone what the compiler says without the processor; asked for only if that matters
   */
  static List<String> faults(
      List<Diagnostic<? extends JavaFileObject>> said,
      Supplier<List<Diagnostic<? extends JavaFileObject>>> alone) {
    List<String> faults = new ArrayList<>();
    Set<Long> excused = null;
    for (Diagnostic<? extends JavaFileObject> diagnostic : said) {
      String text = diagnostic.getMessage(Locale.ROOT);
      if (Defects.isTold(diagnostic)) {
        faults.add("the processor crashed: " + text);
      } else if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        if (isGenerated(diagnostic.getSource())) {
          if (isHidden(diagnostic) && !lines(alone.get()).isEmpty()) {
            continue;
          }
          faults.add("an error in generated code: " + text(diagnostic));
        } else if (!ID.matcher(text).matches() && !isLate(diagnostic)) {
          excused = excused == null ? lines(alone.get()) : excused;
          if (!excused.contains(diagnostic.getLineNumber())) {
            faults.add("an error without an id: " + text(diagnostic));
          }
        }
      }
    }
    return faults;
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject file = diagnostic.getSource();
    return "%s, line %d: %s [%s]"
        .formatted(
            file == null ? "nowhere" : file.getName(),
            diagnostic.getLineNumber(),
            diagnostic.getMessage(Locale.ROOT),
            diagnostic.getCode());
  }

  /**
   * Whether ECJ says that a class extends one whose own {@code extends} is wrong. It tells a processor
   * that such a class extends {@link Object}, and says so of each subclass, also of one by hand.
   */
  private static boolean isHidden(Diagnostic<?> diagnostic) {
    return String.valueOf(IProblem.HierarchyHasProblems).equals(diagnostic.getCode());
  }

  private static boolean isLate(Diagnostic<?> diagnostic) {
    String code = diagnostic.getCode();
    return code != null && LATE.matcher(code).matches();
  }

  private static Set<Long> lines(List<Diagnostic<? extends JavaFileObject>> said) {
    Set<Long> lines = new HashSet<>();
    said.stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .forEach(diagnostic -> lines.add(diagnostic.getLineNumber()));
    return lines;
  }

  private static boolean isGenerated(JavaFileObject file) {
    return file != null && file.getName().replace('\\', '/').contains("generated/");
  }
}
