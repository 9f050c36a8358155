package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** Reads the constructors that the woven class mirrors. */
final class ConstructorStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    List<ExecutableElement> seen =
        ElementFilter.constructorsIn(user.element().getEnclosedElements()).stream()
            .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
            .toList();
    List<ExecutableElement> named = seen.stream()
        .filter(constructor -> obstacle(user, constructor).isEmpty())
        .toList();
    named.forEach(constructor -> woven.addConstructor(Signatures.ofConstructor(user, constructor)));
    if (named.isEmpty()) {
      seen.stream()
          .findFirst()
          .flatMap(first -> obstacle(user, first))
          .ifPresent(obstacle -> report.add(
              Place.of(seen.get(0)),
              Problem.CANNOT_WEAVE,
              "The constructor of " + user.label(),
              obstacle.reason(),
              obstacle.remedy()));
    }
  }

  private static Optional<Obstacle> obstacle(UserClass user, ExecutableElement constructor) {
    return NamedTypes.obstacle(user, NamedTypes.hidden(user, user.typeOf(constructor)));
  }
}
