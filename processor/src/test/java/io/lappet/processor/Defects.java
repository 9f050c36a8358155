package io.lappet.processor;

import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;

/** What Lappet says when it has failed itself, often in no more than a note. */
public final class Defects {
  private static final List<String> SIGNS =
      List.of("This is a defect of Lappet", "Lappet could not see whether");

  private Defects() {}

  /** Fails the test if one of {@code said}, of any kind, tells a defect; returns them all. */
  static <T extends Iterable<? extends Diagnostic<?>>> T refused(T said) {
    for (Diagnostic<?> diagnostic : said) {
      if (isTold(diagnostic)) {
        throw new AssertionError(diagnostic.toString());
      }
    }
    return said;
  }

  /** Whether {@code diagnostic}, of any kind, tells a defect. */
  public static boolean isTold(Diagnostic<?> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT);
    return SIGNS.stream().anyMatch(text::contains);
  }
}
