package io.lappet.processor.read;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** The members of a class whose signatures the woven class repeats. */
final class Repeated {
  private Repeated() {}

  static List<ExecutableElement> methods(UserClass user) {
    return user.methods().stream()
        .filter(
            method -> method.isWoven() || method.isDemand() || ConfinedStep.isChecked(user, method))
        .map(Member::element)
        .toList();
  }

  static List<ExecutableElement> constructorsAndMethods(UserClass user) {
    Stream<ExecutableElement> constructors =
        ElementFilter.constructorsIn(user.element().getEnclosedElements()).stream()
            .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE));
    return Stream.concat(constructors, methods(user).stream()).toList();
  }
}
