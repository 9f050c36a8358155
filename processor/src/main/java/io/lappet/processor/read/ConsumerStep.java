package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CONSUMER;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.ConsumerModel;
import java.util.Optional;

/** Reads {@code @Consumer} methods: {@code void m(T message)}, or {@code R m(T)} with a target. */
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
    if (!Results.agree(reader, "consumer", "T message")) {
      return Optional.empty();
    }
    return Optional.of(new ConsumerModel(
        reader.call(),
        reader.messages(),
        Results.of(reader),
        reader.workers(),
        reader.failure(CONSUMER)));
  }
}
