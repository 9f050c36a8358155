package io.lappet.processor.body.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Reads classes whose bodies javac has attributed, one after the other. */
public final class BodyReader {
  private final Symbols symbols;
  private final ResourceNames names;
  private final Map<String, ClassFacts> classes = new LinkedHashMap<>();

  /** Begins to read what {@code task} compiles. */
  public BodyReader(JavacTask task) {
    symbols = new Symbols(task);
    names = new ResourceNames(symbols);
  }

  /** Reads one top-level class with those inside it, unless we have generated it. */
  public void read(CompilationUnitTree unit, ClassTree tree) {
    if (symbols.element(unit, tree) instanceof TypeElement type && !symbols.isGenerated(type)) {
      new ClassScan(symbols, names, unit, tree, type, facts -> classes.put(facts.name(), facts))
          .read();
    }
  }

  /** What the classes so far say. */
  public Facts facts() {
    return new Facts(classes.values());
  }
}
