package io.lappet.processor.body.read;

import io.lappet.processor.read.Mark;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which types messages have, as declarations say. */
final class Messages {
  private Messages() {}

  /** The messages of the channel with this accessor. */
  static Optional<TypeMirror> of(ExecutableElement accessor) {
    return argument(accessor.getReturnType());
  }

  /** The messages that an activation sends, or those that it takes. */
  static Optional<TypeMirror> of(ExecutableElement activation, Mark mark, boolean sends) {
    Optional<TypeMirror> first =
        activation.getParameters().stream().map(it -> it.asType()).findFirst();
    TypeMirror result = activation.getReturnType();
    if (sends) {
      // A producer without a result is given the sending side.
      return result.getKind() == TypeKind.VOID
          ? first.flatMap(Messages::argument)
          : Optional.of(result);
    }
    return mark.number("batch") > 1 ? first.flatMap(Messages::argument) : first;
  }

  private static Optional<TypeMirror> argument(TypeMirror type) {
    List<? extends TypeMirror> arguments =
        type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return arguments.stream().<TypeMirror>map(it -> it).findFirst();
  }
}
