package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.FailureModel;
import io.lappet.processor.model.FailureModel.DeadLetters;
import io.lappet.processor.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what happens when an activation fails: as it says itself, or else as its class says. */
final class Failures {
  private final Mark mark;
  private final Report report;

  private Failures(Mark mark, Report report) {
    this.mark = mark;
    this.report = report;
  }

  static FailureModel read(UserClass user, Member method, ClassName activation, Report report) {
    Optional<Mark> own = method.mark(Vocabulary.ON_ERROR);
    Optional<Mark> ofClass = Stream.of(
            user.mark(Vocabulary.ON_ERROR), ofDeclaringClass(user, method))
        .flatMap(Optional::stream)
        .findFirst();
    Optional<Mark> mark = own.or(() -> ofClass);
    if (mark.isEmpty()) {
      return FailureModel.DEFAULT;
    }
    Failures failures = new Failures(mark.get(), report);
    failures.refuseContinueOf(method, activation);
    own.ifPresent(it -> failures.refuseLimitOf(method, activation));
    FailureModel failure = failures.failure(method);
    if (activation.equals(Vocabulary.CONSUMER)) {
      return own.isEmpty() && isOwnSource(failure, method) ? failure.withoutDeadLetters() : failure;
    }
    own.ifPresent(it -> failures.refuseDeadLetterOf(method, activation));
    return failure.withoutDeadLetters();
  }

  private static Optional<Mark> ofDeclaringClass(UserClass user, Member method) {
    return Mark.find(user.elements(), method.declaring(), Vocabulary.ON_ERROR).map(Mark::toldThere);
  }

  /** The default of a class does not make a burial send its failures to itself. */
  private static boolean isOwnSource(FailureModel failure, Member method) {
    String from =
        method.mark(Vocabulary.CONSUMER).map(mark -> mark.string("from")).orElse("");
    return failure.deadLetters().filter(it -> it.channel().equals(from)).isPresent();
  }

  private FailureModel failure(Member method) {
    int retries = Numbers.read(mark, "retries", 0, 0, report);
    Optional<DurationModel> backoff = Durations.optional(mark, "backoff", report);
    Optional<DurationModel> maxBackoff = Durations.optional(mark, "maxBackoff", report);
    refuseLongBackoff(backoff, maxBackoff);
    String deadLetter = mark.string("deadLetter");
    return new FailureModel(
        retries,
        backoff.filter(it -> mark.isSet("backoff")),
        maxBackoff.filter(it -> mark.isSet("maxBackoff")),
        deadLetter.isEmpty()
            ? Optional.empty()
            : Optional.of(new DeadLetters(deadLetter, method.anchor(mark.place("deadLetter")))),
        mark.constant("then"),
        Numbers.readPart(mark, "jitter", report),
        Numbers.read(mark, "maxFailures", 1, FailureModel.DEFAULT.maxFailures(), report),
        mark.string("window").isEmpty()
            ? Optional.empty()
            : Durations.positive(mark, "window", report));
  }

  /** Whether {@code activation} is ever started again, as {@code mark} says. */
  static boolean restarts(Mark mark, ClassName activation) {
    String then = mark.constant("then");
    boolean byDefault =
        activation.equals(Vocabulary.DAEMON) || activation.equals(Vocabulary.PRODUCER);
    return then.equals("RESTART") || then.equals("DEFAULT") && byDefault;
  }

  private void refuseLimitOf(Member method, ClassName activation) {
    if (!restarts(mark, activation)) {
      String other =
          mark.isSet("then") ? "then = " + mark.constant("then") : "@" + activation.simpleName();
      refuseLimit(mark, other, method.label() + " is never restarted", report);
    }
  }

  /** Refuses what says how many restarts are too many. */
  static void refuseLimit(Mark mark, String other, String reason, Report report) {
    for (String element : List.of("maxFailures", "window")) {
      if (mark.isSet(element)) {
        report.add(
            mark.place(element),
            Problem.CONTRADICTION,
            element,
            other,
            reason,
            "Leave it out, or write then = RESTART.");
      }
    }
  }

  private void refuseLongBackoff(
      Optional<DurationModel> backoff, Optional<DurationModel> maxBackoff) {
    if (backoff.isEmpty() || maxBackoff.isEmpty()) {
      return;
    }
    if (backoff.get().value().compareTo(maxBackoff.get().value()) > 0) {
      report.add(
          mark.place("backoff"),
          Problem.CONTRADICTION,
          "backoff = \"%s\"".formatted(backoff.get().text()),
          "maxBackoff = \"%s\"".formatted(maxBackoff.get().text()),
          "no pause is longer than that",
          "Make backoff shorter, or maxBackoff longer.");
    }
  }

  private void refuseContinueOf(Member method, ClassName activation) {
    if (activation.equals(Vocabulary.DAEMON) && mark.constant("then").equals("CONTINUE")) {
      report.add(
          mark.place("then"),
          Problem.CONTRADICTION,
          "then = CONTINUE",
          "@Daemon",
          method.label() + " has no next message or tick to go on with",
          "Write RESTART, STOP or FAIL.");
    }
  }

  private void refuseDeadLetterOf(Member method, ClassName activation) {
    if (!mark.string("deadLetter").isEmpty()) {
      report.add(
          mark.place("deadLetter"),
          Problem.CONTRADICTION,
          "deadLetter",
          "@" + activation.simpleName(),
          method.label() + " takes no messages that could be dead",
          "Leave it out, or put it on a @Consumer.");
    }
  }
}
