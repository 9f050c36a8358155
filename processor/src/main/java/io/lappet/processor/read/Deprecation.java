package io.lappet.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** {@code @Deprecated}, whose values the compiler need not have understood. */
final class Deprecation {
  private static final ClassName DEPRECATED = ClassName.get(Deprecated.class);

  private final AnnotationMirror mirror;

  private Deprecation(AnnotationMirror mirror) {
    this.mirror = mirror;
  }

  /** That of {@code element}, if it is deprecated. */
  static Optional<Deprecation> of(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> Mark.isOf(mirror, DEPRECATED))
        .findFirst()
        .map(Deprecation::new);
  }

  /** What the compiler warns of where {@code element} is used. */
  static Optional<String> warning(Element element) {
    return of(element).map(found -> found.isForRemoval() ? "removal" : "deprecation");
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
