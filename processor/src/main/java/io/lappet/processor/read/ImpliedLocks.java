package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Locks that other objects have without a method that hands them out.
 *
 * <p>A woven object can be asked for such a lock if its own class has a method with the same path:
 * only then does the woven class of each of its subclasses have what it takes to answer.
 */
final class ImpliedLocks {
  private final UserClass user;

  ImpliedLocks(UserClass user) {
    this.user = user;
  }

  /** Whether an object of {@code type} can be asked by {@code method} for its lock {@code name}. */
  boolean has(Member method, TypeMirror type, String name) {
    return Stream.concat(
            Stream.of(method.element()), user.lineage().overriddenBy(method.element()).stream())
        .filter(it -> lockNames(it).stream().anyMatch(path -> path.endsWith("." + name)))
        .map(Lineage::declaring)
        .filter(declaring -> isA(type, declaring))
        .anyMatch(declaring -> names(declaring, name));
  }

  private boolean isA(TypeMirror type, TypeElement declaring) {
    return user.types()
        .isSubtype(user.types().erasure(type), user.types().erasure(declaring.asType()));
  }

  private boolean names(TypeElement declaring, String lock) {
    return Lineage.of(declaring, user.types(), user.elements()).methods().stream()
        .anyMatch(method -> lockNames(method).contains(lock));
  }

  private List<String> lockNames(ExecutableElement method) {
    return Mark.find(user.elements(), method, SYNCHRONIZED).stream()
        .flatMap(mark -> mark.list("lock").stream())
        .map(AnnotationValue::getValue)
        .map(String::valueOf)
        .toList();
  }
}
