package io.lappet.processor.body.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Reads classes whose bodies javac has attributed, one after the other. */
public final class BodyReader {
  private static final List<String> TEST_FRAMEWORKS =
      List.of("org.junit.jupiter.api.Test", "org.junit.Test", "org.testng.annotations.Test");

  private final Symbols symbols;
  private final ResourceNames names;
  private final Map<String, ClassFacts> classes = new LinkedHashMap<>();

  /** Begins to read what {@code task} compiles. */
  public BodyReader(JavacTask task) {
    symbols = new Symbols(task);
    names = new ResourceNames(symbols);
  }

  /**
   * Reads one top-level class with those inside it, unless we have generated it.
   *
   * @return whether there is something new
   */
  public boolean read(CompilationUnitTree unit, ClassTree tree) {
    if (!(symbols.element(unit, tree) instanceof TypeElement type) || symbols.isGenerated(type)) {
      return false;
    }
    new ClassScan(symbols, names, unit, tree, type, facts -> classes.put(facts.name(), facts))
        .read();
    return true;
  }

  /** What the classes so far say. */
  public Facts facts() {
    boolean tested =
        TEST_FRAMEWORKS.stream().anyMatch(name -> symbols.elements().getTypeElement(name) != null);
    return new Facts(classes.values(), tested);
  }
}
