package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CHANNEL_SPEC;

import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds what javac would say about the woven class only because the user's class is as it is; the
 * user has heard it there.
 */
final class LintStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    List<ExecutableElement> repeated = Repeated.constructorsAndMethods(user);
    List<TypeMirror> types = new ArrayList<>(TypeParts.of(user.element().getSuperclass()));
    repeated.forEach(method -> addSignature(method, types));
    if (types.stream().anyMatch(TypeParts::isRaw)) {
      woven.suppress("rawtypes");
    }
    deprecated(user, repeated, types).forEach(woven::suppress);
    if (user.isA(Serializable.class.getCanonicalName())) {
      woven.suppress("serial");
    }
    if (user.isA(AutoCloseable.class.getCanonicalName()) && closeMayBeInterrupted(user)) {
      woven.suppress("try");
    }
    if (ExportedPackages.showRuntimeOf(user)) {
      woven.suppress("exports");
    }
  }

  private static Stream<String> deprecated(
      UserClass user, List<ExecutableElement> repeated, List<TypeMirror> types) {
    return Stream.of(
            Stream.of(user.element()),
            repeated.stream(),
            types.stream().flatMap(LintStep::element),
            comparators(user))
        .flatMap(elements -> elements)
        .flatMap(element -> Deprecation.warning(element).stream());
  }

  private static Stream<Element> comparators(UserClass user) {
    return user.methodsWith(CHANNEL_SPEC).stream()
        .flatMap(method -> method.mark(CHANNEL_SPEC).stream())
        .flatMap(mark -> mark.type("comparator").stream());
  }

  private static void addSignature(ExecutableElement method, List<TypeMirror> types) {
    types.addAll(TypeParts.of(method.getReturnType()));
    for (VariableElement parameter : method.getParameters()) {
      types.addAll(TypeParts.of(parameter.asType()));
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      types.addAll(TypeParts.of(thrown));
    }
  }

  private static Stream<Element> element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? Stream.of(((DeclaredType) type).asElement())
        : Stream.empty();
  }

  /** Whether {@code close()} declares what a {@code try} statement would drop. */
  private static boolean closeMayBeInterrupted(UserClass user) {
    return user.methods().stream()
        .filter(method -> method.name().equals("close"))
        .filter(method -> method.element().getParameters().isEmpty())
        .anyMatch(user::throwsInterrupted);
  }
}
