package io.lappet.processor.body.files;

import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The facts that compilations leave for each other. */
public final class FactsStore {
  private final FactsFiles files;
  private final OtherClasses others;

  /** What {@code filer} finds, and where it writes. */
  public FactsStore(Filer filer, Elements elements) {
    files = new FactsFiles(filer, elements);
    others = new OtherClasses(elements, files);
  }

  /** The classes of other compilations that {@code here} leads to, directly or by others of them. */
  public Collection<ClassFacts> beyond(Collection<ClassFacts> here) {
    return others.from(here);
  }

  /**
   * Leaves what others need to know of these classes. A class that has nothing to tell gets no file, but
   * one that an earlier run has left is emptied: a filer removes none. Once in a run.
   *
   * @param classes the top-level classes, each with what it and those inside it say
   * @param startLines what the start of a program needs to know, by the name of the class
   * @throws IOException if a file cannot be written
   */
  public void leave(
      Map<TypeElement, List<ClassFacts>> classes, Facts facts, Map<String, List<String>> startLines)
      throws IOException {
    Outline outline = new Outline(facts);
    for (Map.Entry<TypeElement, List<ClassFacts>> entry : classes.entrySet()) {
      List<ClassFacts> told = outline.of(entry.getValue());
      List<String> lines = entry.getValue().stream()
          .flatMap(type -> startLines.getOrDefault(type.name(), List.of()).stream())
          .toList();
      boolean isEmpty = told.isEmpty() && lines.isEmpty();
      if (!isEmpty || files.isThere(entry.getKey())) {
        files.write(entry.getKey(), FactsText.of(lines, told));
      }
    }
  }
}
