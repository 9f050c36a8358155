package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.PERIODIC_TIMER;
import static io.lappet.processor.model.Vocabulary.TIMER;
import static io.lappet.processor.model.Vocabulary.WORKER;

import com.palantir.javapoet.ClassName;
import io.lappet.internal.text.Nearest;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel.WorkerAccessor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads accessors of workers and timers: {@code parseWorker()}, {@code sweepTimer()}, and {@code
 * sweepTimer2()} for the second timer of a method that has several.
 */
final class WorkerAccessors {
  private WorkerAccessors() {}

  static boolean has(ClassName resource) {
    return resource.equals(WORKER) || resource.equals(TIMER);
  }

  /** The accessor; if there is none, the report says why. */
  static Optional<WorkerAccessor> read(
      UserClass user, Member method, boolean isTimer, Report report) {
    Map<String, WorkerAccessor> known = known(user, method, isTimer);
    WorkerAccessor accessor = known.get(method.name());
    if (accessor == null) {
      report.add(
          method.anchor(method.place()),
          Problem.UNKNOWN_NAME,
          method.name(),
          "the %s of %s of %s"
              .formatted(
                  isTimer ? "timer" : "worker",
                  isTimer ? "a periodic method" : "an activation",
                  user.label()),
          Nearest.to(method.name(), known.keySet())
              .map("Did you mean \"%s\"?"::formatted)
              .orElse(
                  isTimer
                      ? "The name is that of the method and 'Timer', for example sweepTimer()."
                      : "The name is that of the activation and 'Worker', for example parseWorker()."));
    }
    return Optional.ofNullable(accessor);
  }

  /** What the accessor {@code method} could be, by its name. */
  private static Map<String, WorkerAccessor> known(UserClass user, Member method, boolean isTimer) {
    Map<String, WorkerAccessor> known = new LinkedHashMap<>();
    for (Member activation : user.methods()) {
      int count = activation.activations().stream()
          .filter(annotation -> !isTimer || annotation.equals(PERIODIC_TIMER))
          .mapToInt(annotation -> activation.marks(annotation).size())
          .max()
          .orElse(0);
      for (int number = 1; number <= count; number++) {
        String name = activation.name() + (isTimer ? "Timer" : "Worker");
        known.put(
            number == 1 ? name : name + number,
            new WorkerAccessor(Signatures.of(method), activation.name(), number, isTimer));
      }
    }
    return known;
  }
}
