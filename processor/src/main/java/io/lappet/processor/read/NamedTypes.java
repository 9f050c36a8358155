package io.lappet.processor.read;

import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Looks whether a class in the package of the user's can write down the types of a method. */
final class NamedTypes {
  private NamedTypes() {}

  /** Whether it can name all of them. */
  static boolean areAll(UserClass user, Member method) {
    return hidden(user, method).findFirst().isEmpty();
  }

  /** Those that it cannot name. */
  static Stream<TypeElement> hidden(UserClass user, Member method) {
    Stream<TypeMirror> bounds = method.element().getTypeParameters().stream()
        .map(TypeParameterElement::getBounds)
        .flatMap(types -> types.stream());
    Stream<TypeMirror> signature = Stream.of(
            Stream.of(method.type().getReturnType()),
            method.type().getParameterTypes().stream(),
            method.type().getThrownTypes().stream())
        .flatMap(types -> types);
    return Stream.concat(bounds, signature)
        .flatMap(type -> TypeParts.of(type).stream())
        .filter(type -> type.getKind() == TypeKind.DECLARED)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement())
        .filter(type -> !isNamed(user, type));
  }

  private static boolean isNamed(UserClass user, TypeElement type) {
    boolean isNear =
        user.elements().getPackageOf(type).equals(user.elements().getPackageOf(user.element()));
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      boolean isSeen = at.getModifiers().contains(Modifier.PUBLIC)
          || isNear && !at.getModifiers().contains(Modifier.PRIVATE)
          || at.getModifiers().contains(Modifier.PROTECTED);
      if (!isSeen) {
        return false;
      }
    }
    return true;
  }
}
