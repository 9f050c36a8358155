package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import javax.lang.model.element.Modifier;

/** Reads the {@code close} of a class whose workers are to end before it, and once. */
final class CloseStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    if (!woven.isActive() || !user.isA(AutoCloseable.class.getCanonicalName())) {
      return;
    }
    for (Member method : user.methods()) {
      boolean isClose =
          method.name().equals("close") && method.element().getParameters().isEmpty();
      if (isClose && method.is(Modifier.FINAL)) {
        report.add(
            method.anchor(method.place()),
            Problem.CANNOT_WEAVE,
            method.label(),
            "final, and the workers have to end before it runs",
            "Remove the word 'final'.");
      } else if (isClose && !method.isDemand()) {
        woven.closes(Signatures.of(method));
      }
    }
  }
}
