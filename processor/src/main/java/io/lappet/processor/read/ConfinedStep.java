package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.ASYNC;
import static io.lappet.processor.model.Vocabulary.DAEMON;
import static io.lappet.processor.model.Vocabulary.PRODUCER;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.QueueModel;
import io.lappet.processor.model.TimerRuns;
import io.lappet.processor.model.Vocabulary;
import io.lappet.processor.model.WovenModel;

/** Reads {@code confined = true}: a loop runs what is called, and nobody else may call. */
final class ConfinedStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    user.mark(Vocabulary.WOVEN).ifPresent(mark -> {
      if (mark.flag("confined")) {
        woven.confine(loop(mark, report));
        user.methods().forEach(method -> read(user, method, woven, report));
        refuseIdle(user, mark, report);
      } else if (mark.isSet("mailbox")) {
        report.add(
            mark.place("mailbox"),
            Problem.CONTRADICTION,
            "mailbox",
            "confined = false",
            "there is no loop whose mailbox it would be",
            "Add confined = true, or leave it out.");
      }
    });
  }

  /**
   * Whether only the loop of a confined object may call {@code method}: all that can be overridden and
   * have a body. The methods of {@code Object} are left out, and {@code close()}, since collections,
   * loggers and containers call them from anywhere; and those with a type that the woven class could
   * not name.
   */
  static boolean isChecked(UserClass user, Member method) {
    return user.mark(Vocabulary.WOVEN).filter(mark -> mark.flag("confined")).isPresent()
        && method.obstacle().isEmpty()
        && !isOfObject(user, method)
        && !isClose(user, method)
        && NamedTypes.areAll(user, method);
  }

  private static boolean isOfObject(UserClass user, Member method) {
    return ClassName.get(method.declaring()).equals(ClassName.OBJECT)
        || user.lineage().overriddenBy(method.element()).stream()
            .anyMatch(it -> ClassName.get(Lineage.declaring(it)).equals(ClassName.OBJECT));
  }

  private static boolean isClose(UserClass user, Member method) {
    return method.name().equals("close")
        && method.element().getParameters().isEmpty()
        && user.isA(AutoCloseable.class.getCanonicalName());
  }

  private static QueueModel loop(Mark woven, Report report) {
    return woven
        .nested("mailbox")
        .filter(mailbox -> woven.isSet("mailbox"))
        .map(mailbox -> Queues.read(mailbox, "mailbox", report))
        .orElse(QueueModel.UNBOUNDED);
  }

  private static void read(UserClass user, Member method, WovenModel woven, Report report) {
    refuse(
        method,
        DAEMON,
        "it would keep the loop from everything else",
        "Make it a @PeriodicTimer, or put it into a class of its own.",
        report);
    refuse(
        method,
        PRODUCER,
        "the loop would wait wherever it waits",
        "Put it into a class of its own, and take its messages here with a @Consumer.",
        report);
    method
        .marks(Vocabulary.CONSUMER)
        .forEach(mark -> refuseParallel(method, mark, "Leave it out.", report));
    method.marks(Vocabulary.PERIODIC_TIMER).stream()
        .filter(mark -> mark.constant("overlap").equals(TimerRuns.PARALLEL))
        .forEach(mark -> refuseParallel(method, mark, "Leave both out.", report));
    if (isChecked(user, method) && !method.isGuarded()) {
      woven.addChecked(Signatures.of(method));
    }
  }

  private static void refuseParallel(Member method, Mark mark, String remedy, Report report) {
    if (mark.number("concurrency") > 1) {
      report.add(
          method.anchor(mark.place("concurrency")),
          Problem.CONFINED,
          "concurrency = %d".formatted(mark.number("concurrency")),
          "its loop runs one call at a time",
          remedy);
    }
  }

  private static void refuse(
      Member method, ClassName annotation, String reason, String remedy, Report report) {
    method
        .mark(annotation)
        .ifPresent(mark -> report.add(
            method.anchor(mark.place()),
            Problem.CONFINED,
            "@%s %s".formatted(annotation.simpleName(), method.label()),
            reason,
            remedy));
  }

  private static void refuseIdle(UserClass user, Mark mark, Report report) {
    boolean hasWork = user.methods().stream().anyMatch(it -> it.isActivation() || it.has(ASYNC));
    if (!hasWork) {
      report.add(
          mark.place("confined"),
          Problem.CONFINED,
          user.label(),
          "nothing runs on its loop, so nobody could call it",
          "Add a twin, a consumer or a timer, or leave confined out.");
    }
  }
}
