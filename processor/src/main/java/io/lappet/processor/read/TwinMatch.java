package io.lappet.processor.read;

import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.Vocabulary;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Compares a twin with a method that may be its target. */
final class TwinMatch {
  private final UserClass user;
  private final ExecutableType twin;
  private final Member target;

  TwinMatch(UserClass user, Member twin, Member target) {
    this.user = user;
    this.twin = twin.type();
    this.target = target;
  }

  Member target() {
    return target;
  }

  /** Whether the parameters are the same. */
  boolean isSame() {
    return isSame(parameters().size());
  }

  /** Whether they are the same but for the target's last one, through which it hands out values. */
  boolean isSameBeforeYield() {
    return hasYield() && isSame(parameters().size() - 1);
  }

  /** Whether the last parameter of the target takes values. */
  boolean hasYield() {
    return !parameters().isEmpty() && isYield(last());
  }

  /** What the target returns, in the type variables of the twin. */
  TypeMirror returned() {
    return variables().of(target.type().getReturnType());
  }

  /** What the values of a primitive result are as objects. */
  TypeMirror boxed() {
    return TypeParts.boxed(user.types(), returned());
  }

  /** Whether the target can hand out values of {@code type}. */
  boolean yields(TypeMirror type) {
    TypeElement element = user.elements().getTypeElement(Vocabulary.YIELD.canonicalName());
    return user.types().isSubtype(user.types().getDeclaredType(element, type), out());
  }

  /** The last parameter of the target, in the type variables of the twin. */
  TypeMirror out() {
    return variables().of(last());
  }

  private TypeMirror last() {
    return parameters().get(parameters().size() - 1);
  }

  private boolean isYield(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) user.types().asElement(type))
            .getQualifiedName()
            .contentEquals(Vocabulary.YIELD.canonicalName());
  }

  private List<? extends TypeMirror> parameters() {
    return target.type().getParameterTypes();
  }

  private boolean isSame(int count) {
    return isSameVariables() && isSame(parameters().subList(0, count), twin.getParameterTypes());
  }

  /** ECJ tells two wildcards apart that are written alike. */
  private boolean isSame(TypeMirror one, TypeMirror other) {
    return user.types().isSameType(one, other) || TypeName.get(one).equals(TypeName.get(other));
  }

  private boolean isSameVariables() {
    List<? extends TypeVariable> own = target.type().getTypeVariables();
    List<? extends TypeVariable> others = twin.getTypeVariables();
    if (own.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (!isSame(bounds(own.get(i)), bounds(others.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(List<? extends TypeMirror> own, List<? extends TypeMirror> others) {
    if (own.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (!isSame(variables().of(own.get(i)), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<? extends TypeMirror> bounds(TypeVariable variable) {
    return variable.getUpperBound() instanceof IntersectionType several
        ? several.getBounds()
        : List.of(variable.getUpperBound());
  }

  private Substitution variables() {
    return new Substitution(user.types(), target.type(), twin);
  }
}
