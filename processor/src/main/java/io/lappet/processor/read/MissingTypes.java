package io.lappet.processor.read;

import io.lappet.processor.model.Vocabulary;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds types that a class needs before it can be woven and that do not exist, or not yet: another
 * processor, or this one, may write them in this round.
 *
 * <p>Only what the woven class repeats is looked at. A static factory or a field may name the woven
 * class itself.
 */
public final class MissingTypes {
  private MissingTypes() {}

  /** The first type that is missing for {@code user}. */
  public static Optional<String> of(UserClass user) {
    return needed(user)
        .flatMap(TypeParts::of)
        .filter(type -> type.getKind() == TypeKind.ERROR)
        .map(type -> name(user, type))
        .findFirst();
  }

  /** Of some of them ECJ has no element. */
  private static String name(UserClass user, TypeMirror missing) {
    Element element = user.types().asElement(missing);
    return element == null ? missing.toString() : element.getSimpleName().toString();
  }

  /** The first type that is missing for anything that {@code type} declares, bodies aside. */
  public static Optional<String> mentionedIn(TypeElement type) {
    Stream<TypeMirror> members = type.getEnclosedElements().stream()
        .flatMap(member -> member instanceof ExecutableElement method
            ? signature(method)
            : Stream.of(member.asType()));
    return Stream.concat(parents(type), members)
        .flatMap(TypeParts::of)
        .filter(part -> part.getKind() == TypeKind.ERROR)
        .map(TypeMirror::toString)
        .findFirst();
  }

  private static Stream<TypeMirror> needed(UserClass user) {
    Stream<TypeMirror> parents = user.lineage().types().stream().flatMap(MissingTypes::parents);
    Stream<TypeMirror> bounds =
        user.element().getTypeParameters().stream().flatMap(MissingTypes::bounds);
    Stream<TypeMirror> constructors =
        ElementFilter.constructorsIn(user.element().getEnclosedElements()).stream()
            .flatMap(MissingTypes::signature);
    Stream<TypeMirror> methods = user.methods().stream()
        .filter(
            method -> method.isWoven() || method.isDemand() || ConfinedStep.isChecked(user, method))
        .map(Member::element)
        .flatMap(MissingTypes::signature);
    return Stream.of(parents, bounds, constructors, methods, shared(user)).flatMap(types -> types);
  }

  /** What the shared interfaces hand out that the class uses. */
  private static Stream<TypeMirror> shared(UserClass user) {
    return user.mark(Vocabulary.WOVEN).stream()
        .flatMap(mark -> mark.list("uses").stream())
        .flatMap(value -> UsesStep.type(user, value).stream())
        .flatMap(used -> Stream.concat(
            used.lineage().types().stream().flatMap(MissingTypes::parents),
            used.methods().stream().map(Member::element).flatMap(MissingTypes::signature)));
  }

  private static Stream<TypeMirror> parents(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
  }

  private static Stream<TypeMirror> signature(ExecutableElement method) {
    return Stream.of(
            Stream.of(method.getReturnType()),
            method.getParameters().stream().map(VariableElement::asType),
            method.getThrownTypes().stream(),
            method.getTypeParameters().stream().flatMap(MissingTypes::bounds))
        .flatMap(types -> types);
  }

  private static Stream<TypeMirror> bounds(TypeParameterElement parameter) {
    return parameter.getBounds().stream().map(bound -> bound);
  }
}
