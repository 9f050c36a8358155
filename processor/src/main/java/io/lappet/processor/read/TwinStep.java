package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.ASYNC;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import javax.lang.model.element.Modifier;

/** Reads {@code @Async}: abstract methods, each of which runs a concrete one elsewhere. */
final class TwinStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(ASYNC)) {
      method.mark(ASYNC).ifPresent(mark -> read(user, method, mark, woven, report));
    }
  }

  private static void read(
      UserClass user, Member method, Mark mark, WovenModel woven, Report report) {
    if (method.isDemand()) {
      new TwinReader(user, method, mark, woven, report).read().ifPresent(woven::add);
    } else {
      refuse(user, method, mark, report);
    }
  }

  /** Most who write it there think of a mode of the method; the message shows what it is. */
  private static void refuse(UserClass user, Member method, Mark mark, Report report) {
    boolean isPromise =
        TwinResult.of(method.type().getReturnType()).filter(it -> !it.isRaw()).isPresent();
    String fault;
    String remedy;
    if (isPromise && TwinTargets.isLikely(user, method, mark)) {
      fault = "it is not abstract";
      remedy =
          "Write '%s', without a body: that is generated.".formatted(TwinText.bodiless(method));
    } else {
      fault = "it has a body, and runs where it is called";
      remedy = TwinTargets.named(user, method, mark)
          .filter(it -> TwinText.isNamedAfter(method, it.target()))
          .map(it -> inItsPlace(user, it.target()))
          .orElseGet(() -> besideIt(user, method));
    }
    boolean isAbstract = user.element().getModifiers().contains(Modifier.ABSTRACT);
    String first =
        isAbstract ? "" : "Write 'abstract class %s'. ".formatted(user.element().getSimpleName());
    report.add(mark.place(), Problem.TWIN, method.label(), fault, first + remedy);
  }

  private static String inItsPlace(UserClass user, Member target) {
    return "Write '%s' in its place: the body is generated, and runs %s."
        .formatted(TwinText.twinOf(user, target), target.label());
  }

  private static String besideIt(UserClass user, Member method) {
    String twin = TwinText.twinOf(user, method);
    String plain = TwinText.target(method.name());
    String leave = plain.equals(method.name())
        ? "Leave it without @Async"
        : "Rename it to '%s' without @Async".formatted(plain);
    String result = TwinResult.of(method.type().getReturnType())
        .filter(it -> it.isPromise() && !it.isRaw())
        .flatMap(TwinResult::value)
        .map(value -> ", let it return " + TypeParts.simple(value))
        .orElse("");
    return "%s%s, and write beside it: '%s'.".formatted(leave, result, twin);
  }
}
