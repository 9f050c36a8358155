package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.PRODUCER;
import static io.lappet.processor.model.Vocabulary.SENDER;
import static io.lappet.processor.model.Vocabulary.WORKER;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.ProducerModel;
import io.lappet.processor.model.End;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Reads {@code @Producer} methods: {@code T m()}, which is called again and again, or {@code void
 * m(Sender<T> out)}, each with an optional last {@code Worker}.
 */
final class ProducerStep extends ActivationStep {
  ProducerStep() {
    super(PRODUCER);
  }

  @Override
  Optional<ActivationModel> activation(ActivationReader reader) {
    int others = reader.parameters().size() - (reader.endsWith(WORKER) ? 1 : 0);
    if (others == 0) {
      return pull(reader);
    }
    if (others == 1 && isSender(reader.parameters().get(0))) {
      return push(reader);
    }
    reader.refuse("producer", "takes more than a Sender and a Worker", forms(reader));
    return Optional.empty();
  }

  private static Optional<ActivationModel> pull(ActivationReader reader) {
    if (reader.isVoid()) {
      reader.refuse("producer", "neither returns messages nor is given a Sender", forms(reader));
      return Optional.empty();
    }
    if (reader.result().getKind().isPrimitive()) {
      String fault = "returns a primitive, which cannot be null, so it would never end";
      TypeMirror message = TypeParts.boxed(reader.user().types(), reader.result());
      reader.refuse("producer", fault, forms(reader, TypeParts.simple(message)));
      return Optional.empty();
    }
    return Optional.of(producer(reader, false, reader.results()));
  }

  private static Optional<ActivationModel> push(ActivationReader reader) {
    if (!reader.isVoid()) {
      reader.refuse("producer", "returns a result and is given a Sender too", forms(reader));
      return Optional.empty();
    }
    TypeMirror sender = reader.parameters().get(0);
    if (TypeParts.isRaw(sender)) {
      reader.refuseType("Sender has no type argument", "Sender<String>");
      return Optional.empty();
    }
    TypeMirror message = ((DeclaredType) sender).getTypeArguments().get(0);
    if (message.getKind() != TypeKind.WILDCARD) {
      return Optional.of(producer(reader, true, reader.pushed(message, End.Kind.HANDLE)));
    }
    TypeMirror accepted = ((WildcardType) message).getSuperBound();
    if (accepted == null) {
      reader.refuseType("through this Sender nothing can be sent", "Sender<String>");
      return Optional.empty();
    }
    return Optional.of(producer(reader, true, reader.pushed(accepted, End.Kind.CALLS)));
  }

  private static ActivationModel producer(ActivationReader reader, boolean pushes, End to) {
    return new ProducerModel(reader.call(), pushes, to, reader.workers(), reader.failure(PRODUCER));
  }

  private static boolean isSender(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(SENDER.canonicalName());
  }

  private static String forms(ActivationReader reader) {
    return forms(reader, "T");
  }

  private static String forms(ActivationReader reader, String message) {
    return ("'%2$s %1$s()' or 'void %1$s(Sender<%2$s> out)',"
            + " with a last parameter 'Worker self' if needed")
        .formatted(reader.name(), message);
  }
}
