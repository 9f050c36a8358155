package io.lappet.processor.read;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Finds mistakes of a class that have nothing to do with us. The compiler tells them, but later than
 * we write; and it would tell them again of a woven class that repeats them.
 */
public final class OwnMistakes {
  /** Words that are no names of types, and no keywords either. */
  private static final Set<String> NO_NAMES = Set.of("permits", "record", "sealed", "var", "yield");

  private final UserClass user;
  private final Types types;

  private OwnMistakes(UserClass user) {
    this.user = user;
    this.types = user.types();
  }

  /** Whether there is a mistake in what {@code user} declares. */
  public static boolean areIn(UserClass user) {
    OwnMistakes mistakes = new OwnMistakes(user);
    return NO_NAMES.contains(user.element().getSimpleName().toString())
        || mistakes.hasTwice()
        || mistakes.asksInVain()
        || mistakes.overridesWrongly()
        || WrongSignatures.areIn(user);
  }

  // ---- the same member twice

  private boolean hasTwice() {
    List<ExecutableElement> declared = new ArrayList<>();
    for (var element : user.element().getEnclosedElements()) {
      if (element instanceof ExecutableElement method) {
        if (declared.stream().anyMatch(other -> isSame(method, other))) {
          return true;
        }
        declared.add(method);
      }
    }
    return false;
  }

  private boolean isSame(ExecutableElement one, ExecutableElement other) {
    if (!one.getSimpleName().equals(other.getSimpleName())
        || one.getParameters().size() != other.getParameters().size()) {
      return false;
    }
    for (int i = 0; i < one.getParameters().size(); i++) {
      if (!types.isSameType(
          types.erasure(one.getParameters().get(i).asType()),
          types.erasure(other.getParameters().get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  // ---- methods that nobody can write

  /** Whether a method without a body is one that a subclass cannot override. */
  private boolean asksInVain() {
    return user.methods().stream()
        .filter(Member::isDemand)
        .anyMatch(method -> method.notToBeOverridden().isPresent());
  }

  // ---- overriding

  private boolean overridesWrongly() {
    return user.methods().stream().map(Member::element).anyMatch(this::overridesWrongly);
  }

  private boolean overridesWrongly(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      return false;
    }
    for (ExecutableElement other : user.lineage().named(method.getSimpleName())) {
      if (isMet(method, other) && !isAllowed(method, other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code method} stands in the place of {@code other}, or tries to. */
  private boolean isMet(ExecutableElement method, ExecutableElement other) {
    TypeElement parent = Lineage.declaring(other);
    boolean isSeen = !other.equals(method)
        && !parent.equals(Lineage.declaring(method))
        && !other.getModifiers().contains(Modifier.PRIVATE)
        && !(parent.getKind() == ElementKind.INTERFACE
            && other.getModifiers().contains(Modifier.STATIC))
        && user.isVisibleHere(other);
    return isSeen
        && isBelow(method, parent)
        && types.isSubsignature(user.typeOf(method), user.typeOf(other));
  }

  /** A class stands before what it inherits, and each class before all interfaces. */
  private boolean isBelow(ExecutableElement method, TypeElement parent) {
    TypeElement declaring = Lineage.declaring(method);
    return types.isSubtype(types.erasure(declaring.asType()), types.erasure(parent.asType()))
        || (declaring.getKind().isClass() && parent.getKind() == ElementKind.INTERFACE);
  }

  private boolean isAllowed(ExecutableElement method, ExecutableElement other) {
    ExecutableType mine = user.typeOf(method);
    ExecutableType wanted = inherited(other);
    return isStatic(method) == isStatic(other)
        && !other.getModifiers().contains(Modifier.FINAL)
        && access(method) >= access(other)
        && (method.getTypeParameters().isEmpty()
            ? parametersFit(mine, wanted)
            : variablesFit(method, other))
        && returnsFit(mine, wanted)
        && mine.getThrownTypes().stream().allMatch(thrown -> isThrown(thrown, wanted));
  }

  private static boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  // To ECJ one stands in the place of the other if their parameters are erased to the same types.

  /** Whether the parameters are written alike, or without what is erased. */
  private boolean parametersFit(ExecutableType mine, ExecutableType wanted) {
    for (int i = 0; i < mine.getParameterTypes().size(); i++) {
      if (!isWrittenAlike(
          mine.getParameterTypes().get(i), wanted.getParameterTypes().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isWrittenAlike(TypeMirror mine, TypeMirror wanted) {
    if (TypeParts.isUnknown(mine) || TypeParts.isUnknown(wanted)) {
      return true; // nobody knows
    }
    TypeName own = TypeName.get(mine);
    return own.equals(TypeName.get(wanted)) || own.equals(TypeName.get(types.erasure(wanted)));
  }

  /** Whether both have as many type variables, with as many bounds. */
  private static boolean variablesFit(ExecutableElement method, ExecutableElement other) {
    return bounds(method).equals(bounds(other));
  }

  private static List<Integer> bounds(ExecutableElement method) {
    return method.getTypeParameters().stream()
        .map(variable -> variable.getBounds().size())
        .toList();
  }

  private static int access(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.PUBLIC)) {
      return 2;
    }
    return method.getModifiers().contains(Modifier.PROTECTED) ? 1 : 0;
  }

  private boolean returnsFit(ExecutableType method, ExecutableType other) {
    TypeMirror mine = method.getReturnType();
    TypeMirror wanted = other.getReturnType();
    if (mine.getKind().isPrimitive()
        || wanted.getKind().isPrimitive()
        || mine.getKind() == TypeKind.VOID
        || wanted.getKind() == TypeKind.VOID) {
      return mine.getKind() == wanted.getKind();
    }
    return types.isSubtype(types.erasure(mine), types.erasure(wanted));
  }

  private boolean isThrown(TypeMirror thrown, ExecutableType other) {
    return thrown.getKind() != TypeKind.DECLARED
        || !user.isChecked(thrown)
        || other.getThrownTypes().stream().anyMatch(it -> types.isSubtype(thrown, it));
  }

  /** The type of what is overridden: asked for it here, ECJ tells that of the overriding method. */
  private ExecutableType inherited(ExecutableElement method) {
    return user.supertype(user.element().asType(), Lineage.declaring(method))
        .map(parent -> (ExecutableType) types.asMemberOf(parent, method))
        .orElseGet(() -> user.typeOf(method));
  }
}
