package io.lappet.processor.read;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Looks whether a class in the package of the user's can write down the types of a method. */
final class NamedTypes {
  private NamedTypes() {}

  /** Whether it can name all of them. */
  static boolean areAll(UserClass user, Member method) {
    return hidden(user, method).findFirst().isEmpty();
  }

  /** That it cannot name one of them. */
  static Optional<Obstacle> obstacle(UserClass user, Stream<TypeElement> hidden) {
    return hidden
        .findFirst()
        .map(TypeElement::getSimpleName)
        .map(type -> new Obstacle(
            "written with %s, which generated code cannot name".formatted(type),
            "Make %s visible in the package of %s.".formatted(type, user.label())));
  }

  /** Those that it cannot name. */
  static Stream<TypeElement> hidden(UserClass user, Member method) {
    Stream<TypeMirror> bounds = method.element().getTypeParameters().stream()
        .map(TypeParameterElement::getBounds)
        .flatMap(types -> types.stream());
    Stream<TypeMirror> thrown = method.type().getThrownTypes().stream().map(type -> type);
    return Stream.concat(hidden(user, Stream.concat(bounds, thrown)), hiddenMessages(user, method));
  }

  /** Those among its parameters and its result, which may be messages. */
  static Stream<TypeElement> hiddenMessages(UserClass user, Member method) {
    ExecutableType type = method.type();
    return hidden(
        user, Stream.concat(Stream.of(type.getReturnType()), type.getParameterTypes().stream()));
  }

  /** Those among the types of a constructor. */
  static Stream<TypeElement> hidden(UserClass user, ExecutableType constructor) {
    return hidden(
        user,
        Stream.concat(
            constructor.getParameterTypes().stream(), constructor.getThrownTypes().stream()));
  }

  private static Stream<TypeElement> hidden(UserClass user, Stream<? extends TypeMirror> types) {
    return types
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
