package io.lappet.processor.body.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** How values of a type can change while others have them. What is not known of a type is not said. */
final class Sendable {
  /** Methods whose result nobody can change, or nobody else has. */
  private static final Set<String> COPIES = Set.of("copyOf", "of", "toList", "emptyList");

  private static final Set<String> CHANGING = Set.of(
      "java.lang.StringBuilder",
      "java.lang.StringBuffer",
      "java.util.BitSet",
      "java.util.Calendar",
      "java.util.Date",
      "java.util.Iterator",
      "java.util.StringJoiner",
      "java.io.InputStream",
      "java.io.OutputStream",
      "java.nio.Buffer",
      "java.sql.Connection",
      "java.text.Format",
      "java.util.Collection",
      "java.util.Map");

  private final Symbols symbols;
  private final Set<TypeElement> seen = new HashSet<>();

  Sendable(Symbols symbols) {
    this.symbols = symbols;
  }

  /** How messages of {@code type} can change, as a message says it; empty if they cannot. */
  static Optional<String> change(Symbols symbols, TypeMirror type) {
    return new Sendable(symbols).change("a message", type);
  }

  /** @param what the field, or what else holds it */
  private Optional<String> change(String what, TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY ->
        Optional.of(
            "%s is an array of %s".formatted(what, name(((ArrayType) type).getComponentType())));
      case DECLARED -> declared(what, (DeclaredType) type);
      default -> Optional.empty();
    };
  }

  private static String name(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((DeclaredType) type).asElement().getSimpleName().toString()
        : type.toString();
  }

  private static String is(String what, TypeElement type) {
    String name = type.getSimpleName().toString();
    boolean isVowel = "AEIOU".indexOf(name.charAt(0)) >= 0;
    return "%s is %s %s".formatted(what, isVowel ? "an" : "a", name);
  }

  private Optional<String> declared(String what, DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    String name = symbols.name(element);
    if (Library.isOfJdk(name) || name.startsWith("io.lappet.")) {
      boolean isShared = name.startsWith("java.util.concurrent.");
      if (!isShared && symbols.isA(element, CHANGING)) {
        return Optional.of(is(what, element));
      }
      boolean isHolder = name.equals("java.util.Optional") || name.equals("io.lappet.DeadLetter");
      return isHolder ? arguments(what, type) : Optional.empty();
    }
    if (isMarked(element) || !seen.add(element) || element.getKind() == ElementKind.ENUM) {
      return Optional.empty();
    }
    if (element.getModifiers().contains(Modifier.SEALED)) {
      return element.getPermittedSubclasses().stream()
          .flatMap(it -> change(what, it).stream())
          .findFirst()
          .or(() -> parts(type, element));
    }
    boolean isOpen =
        !element.getModifiers().contains(Modifier.FINAL) && element.getKind() != ElementKind.RECORD;
    return isOpen
        ? Optional.of(is(what, element) + ", which others may extend")
        : parts(type, element);
  }

  private Optional<String> arguments(String what, DeclaredType type) {
    return type.getTypeArguments().stream()
        .flatMap(it -> change("what is in " + what, it).stream())
        .findFirst();
  }

  private static boolean isMarked(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .map(it -> it.getAnnotationType().asElement().getSimpleName())
        .anyMatch(it -> it.contentEquals("Immutable") || it.contentEquals("ThreadSafe"));
  }

  /** How a field of {@code element}, or of what it inherits from, can change. */
  private Optional<String> parts(DeclaredType type, TypeElement element) {
    Map<String, Boolean> copied = copied(element);
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getModifiers().contains(Modifier.STATIC)) {
        continue;
      }
      String what = element.getSimpleName() + "." + field.getSimpleName();
      if (!field.getModifiers().contains(Modifier.FINAL)) {
        return Optional.of(what + " is not final");
      }
      TypeMirror declared = symbols.types().asMemberOf(type, field);
      boolean isCopy = copied.getOrDefault(field.getSimpleName().toString(), false);
      Optional<String> change = isCopy ? elements(what, declared) : change(what, declared);
      if (change.isPresent()) {
        return change;
      }
    }
    TypeMirror above = element.getSuperclass();
    boolean isPlain = above.getKind() != TypeKind.DECLARED
        || Library.isOfJdk(symbols.name((TypeElement) ((DeclaredType) above).asElement()));
    return isPlain
        ? Optional.empty()
        : parts((DeclaredType) above, (TypeElement) ((DeclaredType) above).asElement());
  }

  /** What is in a collection that nobody can change itself. */
  private Optional<String> elements(String what, TypeMirror collection) {
    return collection instanceof DeclaredType type ? arguments(what, type) : Optional.empty();
  }

  /** The fields that constructors set, with whether all of them set a copy. */
  private Map<String, Boolean> copied(TypeElement type) {
    Map<String, Boolean> copied = new HashMap<>();
    if (!(symbols.trees().getTree((Element) type) instanceof ClassTree tree)) {
      // Its constructors are not seen: they may well copy.
      ElementFilter.fieldsIn(type.getEnclosedElements())
          .forEach(field -> copied.put(field.getSimpleName().toString(), true));
      return copied;
    }
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree assignment, Void unused) {
        ExpressionTree target = Expressions.bare(assignment.getVariable());
        boolean isCopy = isCopy(Expressions.bare(assignment.getExpression()));
        if (target instanceof IdentifierTree name) {
          copied.merge(name.getName().toString(), isCopy, Boolean::logicalAnd);
        } else if (target instanceof MemberSelectTree select) {
          copied.merge(select.getIdentifier().toString(), isCopy, Boolean::logicalAnd);
        }
        return super.visitAssignment(assignment, null);
      }
    }.scan(List.copyOf(tree.getMembers()), null);
    return copied;
  }

  private static boolean isCopy(ExpressionTree value) {
    if (!(value instanceof MethodInvocationTree call)) {
      return false;
    }
    ExpressionTree select = call.getMethodSelect();
    String name = select instanceof MemberSelectTree member
        ? member.getIdentifier().toString()
        : select.toString();
    return COPIES.contains(name) || name.startsWith("unmodifiable");
  }
}
