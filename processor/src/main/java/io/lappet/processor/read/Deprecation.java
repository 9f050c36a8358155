package io.lappet.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** {@code @Deprecated}, whose values the compiler need not have understood. */
final class Deprecation {
  private final AnnotationMirror mirror;

  private Deprecation(AnnotationMirror mirror) {
    this.mirror = mirror;
  }

  /** That of {@code element}, if it is deprecated. */
  static Optional<Deprecation> of(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (((TypeElement) mirror.getAnnotationType().asElement())
          .getQualifiedName()
          .contentEquals(Deprecated.class.getName())) {
        return Optional.of(new Deprecation(mirror));
      }
    }
    return Optional.empty();
  }

  /** What the compiler warns of where the element is used. */
  String category() {
    return isForRemoval() ? "removal" : "deprecation";
  }

  /** The same on what stands in the place of the element. */
  AnnotationSpec repeated() {
    AnnotationSpec.Builder repeated = AnnotationSpec.builder(Deprecated.class);
    Mark.written(mirror, "since")
        .filter(String.class::isInstance)
        .ifPresent(since -> repeated.addMember("since", "$S", since));
    if (isForRemoval()) {
      repeated.addMember("forRemoval", "true");
    }
    return repeated.build();
  }

  private boolean isForRemoval() {
    return Mark.written(mirror, "forRemoval").filter(Boolean.TRUE::equals).isPresent();
  }
}
