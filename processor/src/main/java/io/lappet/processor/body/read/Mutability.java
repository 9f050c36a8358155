package io.lappet.processor.body.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Which values can be changed by who has them, and are not made to be changed by several. */
final class Mutability {
  private static final Set<String> COLLECTIONS = Set.of("java.util.Collection", "java.util.Map");
  private static final Set<String> OTHERS = Set.of(
      "java.lang.StringBuilder",
      "java.util.BitSet",
      "java.util.Date",
      "java.util.Calendar",
      "java.nio.ByteBuffer",
      "java.nio.CharBuffer");

  private final Symbols symbols;

  Mutability(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether values of that type can be changed, as far as it says. */
  boolean isMutable(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return true;
    }
    Optional<TypeElement> declared =
        type.getKind() == TypeKind.DECLARED ? symbols.typeElement(type) : Optional.empty();
    return declared.filter(this::isMutable).isPresent();
  }

  private boolean isMutable(TypeElement type) {
    String name = symbols.name(type);
    if (Library.isOfJdk(name)) {
      boolean isShared = name.startsWith("java.util.concurrent.");
      return !isShared && (OTHERS.contains(name) || symbols.isA(type, COLLECTIONS));
    }
    boolean isPlain = type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && !Library.isOfRuntime(name)
        && !symbols.isGenerated(type);
    return isPlain && hasFieldsToWrite(type) && !isForSeveral(type);
  }

  /** Whether it guards itself. */
  private boolean isForSeveral(TypeElement type) {
    return symbols.lineage(type).stream()
        .filter(above -> !Library.isOfJdk(symbols.name(above)))
        .flatMap(above -> above.getEnclosedElements().stream())
        .anyMatch(member -> member.getModifiers().contains(Modifier.SYNCHRONIZED)
            || member instanceof VariableElement field
                && symbols.erased(field.asType()).startsWith("java.util.concurrent.locks."));
  }

  private boolean hasFieldsToWrite(TypeElement type) {
    for (TypeElement above : symbols.lineage(type)) {
      List<VariableElement> fields = ElementFilter.fieldsIn(above.getEnclosedElements());
      boolean isJdk = Library.isOfJdk(symbols.name(above));
      for (VariableElement field : isJdk ? List.<VariableElement>of() : fields) {
        Set<Modifier> modifiers = field.getModifiers();
        boolean isPlain = !modifiers.contains(Modifier.STATIC)
            && !modifiers.contains(Modifier.VOLATILE)
            && !modifiers.contains(Modifier.FINAL);
        if (isPlain) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether {@code tree} makes a new value that can be changed. */
  boolean makesMutable(CompilationUnitTree unit, ExpressionTree tree) {
    boolean isNew = tree instanceof NewArrayTree
        || tree instanceof NewClassTree made && made.getClassBody() == null;
    TypeMirror type = isNew ? symbols.type(unit, tree) : null;
    return type != null && isMutable(type);
  }
}
