package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.LIMIT;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;

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
    if (method.isTwin()) {
      return; // told there
    }
    Optional<ClassName> resource = AccessorStep.resource(method);
    boolean isLane = resource.filter(ResourceKind.LANE::has).isPresent();
    if (!isLane && resource.filter(ResourceKind.PERMITS::has).isEmpty()) {
      report.add(
          mark.place(),
          Problem.CONTRADICTION,
          "@Limit",
          method.label(),
          "it has no body and is not the accessor of permits or of a lane",
          "Give it a body, or the type Permits or Lane and no parameters.");
      return;
    }
    String type = isLane ? "Lane " : "Permits ";
    String says = isLane
        ? "it only says how many threads the lane has"
        : "an accessor only says how many permits there are";
    List<String> others =
        isLane ? List.of("value", "timeout", "fair") : List.of("value", "timeout");
    for (String element : others) {
      if (mark.isSet(element)) {
        String remedy = isLane ? "Leave it out." : "Put it on the methods that take them.";
        report.add(
            mark.place(element),
            Problem.CONTRADICTION,
            element,
            type + method.label(),
            says,
            remedy);
      }
    }
    if (isLane && !mark.isSet("permits")) {
      report.add(
          mark.place(),
          Problem.CONTRADICTION,
          "@Limit on Lane " + method.label(),
          "itself",
          "nothing says how many threads there are",
          "Write @Limit(permits = 4), or leave @Limit out for a lane of the builder.");
    }
  }
}
