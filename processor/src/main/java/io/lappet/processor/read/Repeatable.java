package io.lappet.processor.read;

import io.lappet.processor.read.Body.Reading;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Decides whether a method may run while somebody writes what it reads, if its result is thrown away
 * then: it computes a value of primitive fields and parameters, or returns one field as it is.
 */
final class Repeatable {
  private final UserClass user;

  Repeatable(UserClass user) {
    this.user = user;
  }

  boolean is(Member method) {
    return user.bodies()
        .of(method.element())
        .flatMap(Body::reads)
        .filter(reading ->
            reading.single() ? isOneValue(method, reading) : isPrimitive(method, reading))
        .isPresent();
  }

  /** A value that is returned as it is, or boxed; to unbox it could fail. */
  private static boolean isOneValue(Member method, Reading reading) {
    boolean isPrimitive = method.element().getReturnType().getKind().isPrimitive();
    return types(method, reading)
        .allMatch(type ->
            type.filter(it -> !isPrimitive || it.getKind().isPrimitive()).isPresent());
  }

  private static boolean isPrimitive(Member method, Reading reading) {
    return types(method, reading)
        .allMatch(type -> type.filter(it -> it.getKind().isPrimitive()).isPresent());
  }

  /** The types of what is read; empty for what is neither a parameter nor a field of the object. */
  private static Stream<Optional<TypeMirror>> types(Member method, Reading reading) {
    Stream<Optional<TypeMirror>> named = reading.names().stream()
        .map(name -> parameter(method.element(), name).or(() -> field(method.declaring(), name)));
    Stream<Optional<TypeMirror>> fields =
        reading.fields().stream().map(name -> field(method.declaring(), name));
    return Stream.concat(named, fields);
  }

  private static Optional<TypeMirror> parameter(ExecutableElement method, String name) {
    return method.getParameters().stream()
        .filter(parameter -> parameter.getSimpleName().contentEquals(name))
        .findFirst()
        .map(VariableElement::asType);
  }

  /** A field that the class declares itself: where others come from, only the compiler knows. */
  private static Optional<TypeMirror> field(TypeElement declaring, String name) {
    return ElementFilter.fieldsIn(declaring.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .findFirst()
        .map(VariableElement::asType);
  }
}
