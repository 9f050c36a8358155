package io.lappet.processor.read;

import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/**
 * The bodies of methods, by their syntax alone: types must not be asked for before all sources are
 * there.
 */
public interface Bodies {
  /** Those that this compilation shows; none if the compiler is not javac, or a tool hides it. */
  static Bodies of(ProcessingEnvironment environment) {
    try {
      return new JavacBodies(environment);
    } catch (IllegalArgumentException | LinkageError e) {
      return method -> Optional.empty();
    }
  }

  /** What stands in {@code method}, if its source is part of this compilation. */
  Optional<Body> of(ExecutableElement method);
}
