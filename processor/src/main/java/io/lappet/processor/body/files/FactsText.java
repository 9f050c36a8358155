package io.lappet.processor.body.files;

import io.lappet.internal.text.FactsFile;
import io.lappet.processor.body.facts.ClassFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file of facts. Its first line has the version; then come lines for the start of a
 * program, which the runtime reads, and after an empty line those for compilers. The parts of a line are
 * separated by tabs.
 */
final class FactsText {
  private FactsText() {}

  /** The text of the classes of one source file, with {@code lines} for the start of a program. */
  static String of(List<String> lines, List<ClassFacts> classes) {
    StringBuilder text = new StringBuilder(FactsFile.HEADER).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    FactsWriter writer = new FactsWriter(text);
    classes.forEach(writer::write);
    return text.toString();
  }

  /** What {@code text} says; empty if it is of another version, or damaged. */
  static Optional<List<ClassFacts>> read(String text) {
    int begin = text.indexOf("\n\n");
    if (!text.startsWith(FactsFile.HEADER + "\n") || begin < 0) {
      return Optional.empty();
    }
    try {
      FactsReader reader = new FactsReader(text.substring(begin + 2));
      List<ClassFacts> classes = new ArrayList<>();
      while (reader.hasNext()) {
        classes.add(reader.type());
      }
      return Optional.of(classes);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
