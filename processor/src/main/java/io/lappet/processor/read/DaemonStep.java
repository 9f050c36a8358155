package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.DAEMON;
import static io.lappet.processor.model.Vocabulary.WORKER;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.DaemonModel;
import java.util.Optional;

/** Reads {@code @Daemon} methods: {@code void m()} or {@code void m(Worker self)}. */
final class DaemonStep extends ActivationStep {
  DaemonStep() {
    super(DAEMON);
  }

  @Override
  Optional<ActivationModel> activation(ActivationReader reader) {
    String forms = "'void %1$s()' or 'void %1$s(Worker self)'".formatted(reader.name());
    if (!reader.isVoid()) {
      reader.refuse("daemon", "returns a result, and nobody would take it", forms);
      return Optional.empty();
    }
    int others = reader.parameters().size() - (reader.endsWith(WORKER) ? 1 : 0);
    if (others > 0) {
      reader.refuse("daemon", "takes more than a Worker", forms);
      return Optional.empty();
    }
    return Optional.of(new DaemonModel(reader.call(), reader.workers(), reader.failure(DAEMON)));
  }
}
