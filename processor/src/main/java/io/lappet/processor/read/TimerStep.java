package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.PERIODIC_TIMER;
import static io.lappet.processor.model.Vocabulary.TICK;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.TimerRuns;
import io.lappet.processor.model.TimerSchedule;
import io.lappet.processor.model.TimerSchedule.Periodic;
import io.lappet.processor.model.Workers;
import java.util.Optional;

/**
 * Reads {@code @PeriodicTimer} methods: {@code void m()}, or {@code R m()} with a target, each with
 * an optional {@code Tick}. Several on one method are as many timers.
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
    refuseSameName(reader);
    Optional<TimerSchedule> schedule = TimerSchedules.read(reader);
    TimerRuns runs = runs(reader, schedule);
    Workers workers = runs.areParallel() ? reader.workers() : reader.oneWorker();
    return schedule.map(it -> new TimerModel(
        reader.call(),
        reader.before().size() + 1,
        it,
        runs,
        reader.mark().flag("daemon"),
        Results.of(reader),
        workers,
        reader.failure(PERIODIC_TIMER)));
  }

  private static void refuseSameName(ActivationReader reader) {
    String name = reader.mark().string("name");
    boolean isTaken = !name.isEmpty()
        && reader.before().stream().anyMatch(other -> other.string("name").equals(name));
    if (isTaken) {
      reader.contradiction(
          "name",
          "The name of one timer",
          "that of another",
          "both of %s() are called \"%s\"".formatted(reader.name(), name),
          "Leave one of the names out, or write another.");
    }
  }

  private static TimerRuns runs(ActivationReader reader, Optional<TimerSchedule> schedule) {
    Mark mark = reader.mark();
    Optional<DurationModel> jitter = Durations.optional(mark, "jitter", reader.report());
    Optional<DurationModel> timeout = mark.string("timeout").isEmpty()
        ? Optional.empty()
        : Durations.positive(mark, "timeout", reader.report());
    TimerRuns runs =
        new TimerRuns(jitter, mark.constant("overlap"), timeout, reader.anchor("timeout"));
    refuseCount(reader, runs);
    schedule.ifPresent(it -> refuseTicks(reader, it, runs));
    return runs;
  }

  private static void refuseCount(ActivationReader reader, TimerRuns runs) {
    Mark mark = reader.mark();
    int concurrency = mark.number("concurrency");
    if (!runs.areParallel() && mark.isSet("concurrency")) {
      reader.contradiction(
          "concurrency",
          "concurrency = " + concurrency,
          "overlap = " + runs.overlap(),
          "there is one run at a time",
          "Leave it out, or write overlap = PARALLEL.");
    } else if (runs.areParallel() && concurrency == 1) {
      reader.contradiction(
          "overlap",
          "overlap = PARALLEL",
          "concurrency = 1",
          "there is one run at a time",
          "Write how many there may be: concurrency = 4.");
    }
  }

  /** Refuses what would come later than the next tick, and what is said of ticks that never come. */
  private static void refuseTicks(ActivationReader reader, TimerSchedule schedule, TimerRuns runs) {
    if (schedule instanceof Periodic periodic
        && periodic.fixedDelay()
        && !runs.overlap().equals("SKIP")) {
      reader.contradiction(
          "overlap",
          "overlap = " + runs.overlap(),
          "fixedDelay = true",
          "the next tick comes only after the run",
          "Leave one of the two out.");
    }
    Optional<DurationModel> rate = schedule.rate();
    Optional<DurationModel> jitter = runs.jitter();
    if (rate.isPresent()
        && jitter.isPresent()
        && jitter.get().value().compareTo(rate.get().value()) > 0) {
      reader.contradiction(
          "jitter",
          "jitter = \"%s\"".formatted(jitter.get().text()),
          "every = \"%s\"".formatted(rate.get().text()),
          "a run would begin after the next tick",
          "Make jitter shorter.");
    }
  }
}
