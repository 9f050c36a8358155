package io.lappet.processor.read;

import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.ElementFilter;

/** Asks what other modules see of a woven class. */
final class ExportedPackages {
  private static final String RUNTIME = "io.lappet.runtime";

  private ExportedPackages() {}

  /** Whether others see the class of {@code user}, but not the runtime that its woven class shows. */
  static boolean showRuntimeOf(UserClass user) {
    ModuleElement module = user.elements().getModuleOf(user.element());
    if (module == null || module.isUnnamed()) {
      return false;
    }
    PackageElement own = user.elements().getPackageOf(user.element());
    return ElementFilter.exportsIn(module.getDirectives()).stream()
            .map(ExportsDirective::getPackage)
            .anyMatch(own::equals)
        && ElementFilter.requiresIn(module.getDirectives()).stream()
            .filter(RequiresDirective::isTransitive)
            .noneMatch(it -> it.getDependency().getQualifiedName().contentEquals(RUNTIME));
  }
}
