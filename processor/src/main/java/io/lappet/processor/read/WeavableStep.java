package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at each annotated method: can a subclass call and override it, and who calls it? */
final class WeavableStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    Set<Obstacle> hidden = new HashSet<>();
    for (Member method : user.methods()) {
      boolean isAccessor = method.isDemand() && AccessorStep.resource(method).isPresent();
      if (isAccessor || method.isWoven() && !method.isTwin()) {
        Optional<Obstacle> hiding = method.hidingType();
        Optional<Obstacle> obstacle = isAccessor ? hiding : method.obstacle();
        // A type is hidden once, however many methods have it.
        obstacle
            .filter(it -> !obstacle.equals(hiding) || hidden.add(it))
            .ifPresent(it -> refuse(method, it, report));
        refuseSecondActivation(method, report);
      }
    }
  }

  private static void refuse(Member method, Obstacle obstacle, Report report) {
    report.add(
        // Out of sight is the one obstacle that the class with the method does not have itself.
        method.isOutOfSight() ? method.anchor(method.place()) : method.place(),
        Problem.CANNOT_WEAVE,
        method.label(),
        obstacle.reason(),
        obstacle.remedy());
  }

  private static void refuseSecondActivation(Member method, Report report) {
    List<ClassName> activations = method.activations();
    if (activations.size() > 1) {
      ClassName second = activations.get(1);
      report.add(
          method.mark(second).map(Mark::place).orElse(method.place()),
          Problem.CONTRADICTION,
          "@" + second.simpleName(),
          "@" + activations.get(0).simpleName(),
          method.label() + " can be called by one of them only",
          "Remove one, and let a second method call this one.");
    }
  }
}
