package io.lappet.processor;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.lappet.processor.check.Problem;
import io.lappet.processor.model.Vocabulary;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Finds classes that ask for what only the processor can write. */
final class UnprocessedClasses {
  private static final Map<ClassName, String> WISHES = Map.ofEntries(
      Map.entry(Vocabulary.WOVEN, "a woven class"),
      Map.entry(Vocabulary.SHARED, "shared resources"),
      Map.entry(Vocabulary.DAEMON, "a daemon"),
      Map.entry(Vocabulary.PRODUCER, "a producer"),
      Map.entry(Vocabulary.CONSUMER, "a consumer"),
      Map.entry(Vocabulary.PERIODIC_TIMER, "a timer"),
      Map.entry(Vocabulary.SYNCHRONIZED, "locks"),
      Map.entry(Vocabulary.WAIT_UNTIL, "waiting"),
      Map.entry(Vocabulary.LIMIT, "permits"),
      Map.entry(Vocabulary.ASYNC, "a twin"),
      Map.entry(Vocabulary.CHANNEL_SPEC, "a channel"),
      Map.entry(Vocabulary.ON_ERROR, "a failure policy"));

  private final Trees trees;

  UnprocessedClasses(Trees trees) {
    this.trees = trees;
  }

  /** Reports one of them: the cause is the build, and is the same for all. */
  void reportFirstOf(Collection<CompilationUnitTree> units) {
    for (CompilationUnitTree unit : units) {
      for (Tree declared : unit.getTypeDecls()) {
        if (report(new TreePath(new TreePath(unit), declared))) {
          return;
        }
      }
    }
  }

  private boolean report(TreePath path) {
    if (!(path.getLeaf() instanceof ClassTree declared)) {
      return false;
    }
    if (trees.getElement(path) instanceof TypeElement type) {
      Optional<String> wish = wishes(type).findFirst();
      if (wish.isPresent()) {
        String text = Problem.NOT_PROCESSED.text(
            Diagnostic.Kind.ERROR, type.getSimpleName().toString(), wish.get());
        trees.printMessage(Diagnostic.Kind.ERROR, text, declared, path.getCompilationUnit());
        return true;
      }
    }
    return declared.getMembers().stream().anyMatch(member -> report(new TreePath(path, member)));
  }

  private static Stream<String> wishes(TypeElement type) {
    Stream<Element> elements = Stream.concat(type.getEnclosedElements().stream(), Stream.of(type));
    return elements
        .filter(element -> element.equals(type) || !(element instanceof TypeElement))
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .flatMap(mirror -> Stream.ofNullable(WISHES.get(name(mirror))));
  }

  private static ClassName name(AnnotationMirror mirror) {
    return ClassName.get((TypeElement) mirror.getAnnotationType().asElement());
  }
}
