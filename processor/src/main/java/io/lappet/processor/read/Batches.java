package io.lappet.processor.read;

import io.lappet.processor.model.BatchModel;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.End;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads how many messages one call of a consumer gets. */
final class Batches {
  private Batches() {}

  static BatchModel read(ActivationReader reader) {
    int size = Numbers.read(reader.mark(), "batch", 1, 1, reader.report());
    Optional<DurationModel> linger = Durations.optional(reader.mark(), "linger", reader.report());
    if (linger.isPresent() && size == 1) {
      reader.contradiction(
          "linger",
          "linger = \"%s\"".formatted(linger.get().text()),
          "batch = 1",
          "with one message a batch is full",
          "Write batch = 100, or leave linger out.");
    }
    return new BatchModel(size < 1 ? meant(reader) : size, linger);
  }

  /** A size instead of one that was refused: it is told once, whatever the parameter is. */
  private static int meant(ActivationReader reader) {
    return TypeParts.isList(reader.parameters().get(0)) ? 2 : 1;
  }

  /** The end that gives lists to the method; if it takes none, the report says so. */
  static Optional<End> messages(ActivationReader reader, BatchModel batch) {
    TypeMirror list = reader.parameters().get(0);
    if (!TypeParts.isList(list)) {
      String fault = "takes %s, and with batch = %d it gets a java.util.List"
          .formatted(TypeParts.simple(list), batch.size());
      String form = "'%s(List<T> messages)', or leave batch out".formatted(reader.name());
      reader.refuseParameter("consumer", fault, form);
      return Optional.empty();
    }
    Optional<TypeMirror> message = TypeParts.listed(list);
    if (message.isEmpty()) {
      reader.refuseType("this List does not say what is in it", "List<String>");
      return Optional.empty();
    }
    // A List<? extends T> may be a list of anything that fits.
    TypeMirror argument = ((DeclaredType) list).getTypeArguments().get(0);
    End.Kind kind = argument.getKind() == TypeKind.WILDCARD ? End.Kind.CALLS : End.Kind.LISTS;
    return Optional.of(reader.batches(message.get(), kind));
  }
}
