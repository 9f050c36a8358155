package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.LIMIT;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;

/** Refuses what {@code @Limit} cannot say on a method without a body. */
final class LimitStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(LIMIT)) {
      if (method.isDemand()) {
        method.mark(LIMIT).ifPresent(mark -> read(method, mark, report));
      }
    }
  }

  private static void read(Member method, Mark mark, Report report) {
    if (AccessorStep.resource(method).filter(ResourceKind.PERMITS::has).isEmpty()) {
      report.add(
          mark.place(),
          Problem.CONTRADICTION,
          "@Limit",
          method.label(),
          "it has no body and is not the accessor of permits",
          "Give it a body, or the type Permits and no parameters.");
      return;
    }
    for (String element : new String[] {"value", "timeout"}) {
      if (mark.isSet(element)) {
        report.add(
            mark.place(element),
            Problem.CONTRADICTION,
            element,
            "Permits " + method.label(),
            "an accessor only says how many permits there are",
            "Put it on the methods that take them.");
      }
    }
  }
}
