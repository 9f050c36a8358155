package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.Vocabulary;
import io.lappet.processor.model.WovenModel;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Refuses annotations that share only their simple name with ours: a slip in an import. */
final class ForeignAnnotationStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    read(user.element(), user.label(), report);
    for (Member method : user.methods()) {
      if (!method.isInherited()) {
        read(method.element(), method.label(), report);
      }
    }
  }

  private static void read(Element element, String label, Report report) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().getKind() == TypeKind.DECLARED) {
        ClassName name = ClassName.get((TypeElement) mirror.getAnnotationType().asElement());
        Vocabulary.ALL.stream()
            .filter(ours -> isLike(ours, name) && !ours.equals(name))
            .forEach(ours -> refuse(Place.of(element, mirror, null), label, name, ours, report));
      }
    }
  }

  /** Whether {@code name} is a name of the same thing. */
  private static boolean isLike(ClassName ours, ClassName name) {
    return ours.simpleName().equals(name.simpleName())
        || ours.equals(Vocabulary.ASYNC) && name.simpleName().equals("Asynchronous");
  }

  private static void refuse(
      Place place, String label, ClassName foreign, ClassName ours, Report report) {
    report.add(
        place,
        Problem.FOREIGN_ANNOTATION,
        foreign.simpleName(),
        label,
        foreign.canonicalName(),
        ours.canonicalName());
  }
}
