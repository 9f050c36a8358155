package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** Reads the constructors that the woven class mirrors. */
final class ConstructorStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    List<ExecutableElement> declared =
        ElementFilter.constructorsIn(user.element().getEnclosedElements());
    declared.stream()
        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
        .map(constructor -> Signatures.ofConstructor(user, constructor))
        .forEach(woven::addConstructor);
    if (woven.constructors().isEmpty() && user.element().getKind().isClass()) {
      report.add(
          user.place(),
          Problem.CANNOT_WEAVE_CLASS,
          user.label(),
          "a class with private constructors only",
          "Remove the word 'private' of one of them.");
    }
  }
}
