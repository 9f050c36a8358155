package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CONSUMER;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.ConsumerModel;
import io.lappet.processor.model.BatchModel;
import io.lappet.processor.model.End;
import java.util.Optional;

/**
 * Reads {@code @Consumer} methods: {@code void m(T message)}, or {@code R m(T)} with a target; with a
 * batch the parameter is a {@code List<T>}.
 */
final class ConsumerStep extends ActivationStep {
  ConsumerStep() {
    super(CONSUMER);
  }

  @Override
  Optional<ActivationModel> activation(ActivationReader reader) {
    int count = reader.parameters().size();
    if (count != 1) {
      String fault = "takes %d parameters, and a message is one".formatted(count);
      String form = "'%s(T message)' with one parameter".formatted(reader.name());
      reader.refuse("consumer", fault, form);
      return Optional.empty();
    }
    BatchModel batch = Batches.read(reader);
    if (!Results.agree(reader, "consumer", batch.isList() ? "List<T> messages" : "T message")) {
      return Optional.empty();
    }
    Optional<End> source =
        batch.isList() ? Batches.messages(reader, batch) : Optional.of(reader.messages());
    return source.map(from -> new ConsumerModel(
        reader.call(),
        from,
        Results.of(reader),
        batch,
        MessageKeys.read(reader, batch),
        reader.workers(),
        reader.failure(CONSUMER)));
  }
}
