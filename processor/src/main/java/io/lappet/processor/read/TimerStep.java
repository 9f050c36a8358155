package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.PERIODIC_TIMER;
import static io.lappet.processor.model.Vocabulary.TICK;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.DurationModel;
import java.util.Optional;

/**
 * Reads {@code @PeriodicTimer} methods: {@code void m()}, or {@code R m()} with a target, each with
 * an optional {@code Tick}.
 */
final class TimerStep extends ActivationStep {
  TimerStep() {
    super(PERIODIC_TIMER);
  }

  @Override
  Optional<ActivationModel> activation(ActivationReader reader) {
    int others = reader.parameters().size() - (reader.endsWith(TICK) ? 1 : 0);
    if (others > 0) {
      String forms = "'%1$s()' or '%1$s(Tick tick)'".formatted(reader.name());
      reader.refuse("timer", "takes more than a Tick", forms);
      return Optional.empty();
    }
    if (!Results.agree(reader, "timer", "")) {
      return Optional.empty();
    }
    Optional<DurationModel> initialDelay =
        Durations.optional(reader.mark(), "initialDelay", reader.report());
    return Durations.positive(reader.mark(), "every", reader.report())
        .map(every -> timer(reader, every, initialDelay));
  }

  private static ActivationModel timer(
      ActivationReader reader, DurationModel every, Optional<DurationModel> initialDelay) {
    return new TimerModel(
        reader.call(),
        every,
        initialDelay,
        reader.mark().flag("fixedDelay"),
        reader.mark().flag("daemon"),
        Results.of(reader),
        reader.oneWorker(),
        reader.failure(PERIODIC_TIMER));
  }
}
