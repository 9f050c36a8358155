package io.lappet.processor.read;

import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** Reads the constructors that the woven class mirrors. */
final class ConstructorStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    ElementFilter.constructorsIn(user.element().getEnclosedElements()).stream()
        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
        .map(constructor -> Signatures.ofConstructor(user, constructor))
        .forEach(woven::addConstructor);
  }
}
