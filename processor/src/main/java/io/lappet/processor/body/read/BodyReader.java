package io.lappet.processor.body.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;

/** Reads classes whose bodies javac has attributed, one after the other. */
public final class BodyReader {
  private static final List<String> TEST_FRAMEWORKS =
      List.of("org.junit.jupiter.api.Test", "org.junit.Test", "org.testng.annotations.Test");

  private final Symbols symbols;
  private final ResourceNames names;
  private final Senders senders;
  private final int release;
  private final Map<TypeElement, List<ClassFacts>> classes = new LinkedHashMap<>();

  private boolean tested;

  /** Begins to read what {@code task} compiles for that release of Java. */
  public BodyReader(JavacTask task, int release) {
    this.release = release;
    symbols = new Symbols(task);
    names = new ResourceNames(symbols);
    senders = new Senders(symbols);
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
    if (classes.isEmpty()) {
      // Asked while javac is at work: once it has ended, names are no longer looked up.
      tested = TEST_FRAMEWORKS.stream()
          .anyMatch(name -> symbols.elements().getTypeElement(name) != null);
    }
    List<ClassFacts> inside = new ArrayList<>();
    new ClassScan(symbols, names, senders, unit, tree, type, inside::add).read();
    classes.put(type, inside);
    return true;
  }

  /** The top-level classes so far, each with what it and those inside it say. */
  public Map<TypeElement, List<ClassFacts>> classes() {
    return classes;
  }

  /**
   * What the classes so far say.
   *
   * @param elsewhere finds the classes of other compilations that they lead to
   */
  public Facts facts(UnaryOperator<Collection<ClassFacts>> elsewhere) {
    List<ClassFacts> here = classes.values().stream().flatMap(List::stream).toList();
    return new Facts(here, elsewhere.apply(here), tested, release);
  }
}
