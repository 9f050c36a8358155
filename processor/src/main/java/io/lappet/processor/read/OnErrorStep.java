package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.ON_ERROR;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;

/** Refuses {@code @OnError} where nothing can fail. */
final class OnErrorStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(ON_ERROR)) {
      if (!method.isActivation() && !method.isTwin()) {
        String reason = "its caller gets the failure";
        method.mark(ON_ERROR).ifPresent(mark -> refuse(mark, method.label(), reason, report));
      }
    }
    if (user.methods().stream().noneMatch(Member::isActivation)) {
      String reason = "no method of it is called by the runtime";
      user.mark(ON_ERROR).ifPresent(mark -> refuse(mark, user.label(), reason, report));
    } else {
      user.mark(ON_ERROR).ifPresent(mark -> refuseLimit(user, mark, report));
    }
  }

  private static void refuseLimit(UserClass user, Mark mark, Report report) {
    boolean anyRestarts = user.methods().stream()
        .filter(method -> !method.has(ON_ERROR))
        .flatMap(method -> method.activations().stream())
        .anyMatch(activation -> Failures.restarts(mark, activation));
    if (!anyRestarts) {
      String reason = "no method that it is for is ever restarted";
      Failures.refuseLimit(mark, user.label(), reason, report);
    }
  }

  private static void refuse(Mark mark, String what, String reason, Report report) {
    report.add(
        mark.place(),
        Problem.CONTRADICTION,
        "@OnError",
        what,
        reason,
        "Remove it, or add @Daemon, @Producer, @Consumer or @PeriodicTimer.");
  }
}
