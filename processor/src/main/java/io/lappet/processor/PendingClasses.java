package io.lappet.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import io.lappet.processor.model.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/**
 * The classes that javac has entered and not yet analysed.
 *
 * <p>Each round of annotation processing enters the same files again, as other trees: the last ones
 * count. Files without a class are not waited for, nor are classes that we have generated: there is
 * nothing to read, and they come last, while it should be a class of the user that is not written.
 */
final class PendingClasses {
  private final Map<JavaFileObject, Set<String>> pending = new LinkedHashMap<>();

  /** Says that the classes of {@code unit} will be analysed. */
  void enter(CompilationUnitTree unit) {
    Set<String> names = unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(type -> !isGenerated(type))
        .map(type -> type.getSimpleName().toString())
        .collect(Collectors.toSet());
    if (names.isEmpty()) {
      pending.remove(unit.getSourceFile());
    } else {
      pending.put(unit.getSourceFile(), names);
    }
  }

  private static boolean isGenerated(ClassTree type) {
    return type.getModifiers().getAnnotations().stream()
        .anyMatch(mark ->
            mark.getAnnotationType().toString().endsWith(Vocabulary.GENERATED.simpleName()));
  }

  /** The tree of the class {@code name} of {@code unit}, which is pending no longer. */
  Optional<ClassTree> analyzed(CompilationUnitTree unit, String name) {
    Set<String> names = pending.getOrDefault(unit.getSourceFile(), Set.of());
    if (!names.isEmpty() && names.remove(name) && names.isEmpty()) {
      pending.remove(unit.getSourceFile());
    }
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree tree && tree.getSimpleName().contentEquals(name)) {
        return Optional.of(tree);
      }
    }
    return Optional.empty();
  }

  /** Whether all classes were analysed. */
  boolean isEmpty() {
    return pending.isEmpty();
  }
}
