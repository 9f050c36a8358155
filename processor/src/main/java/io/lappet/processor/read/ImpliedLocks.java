package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /** The locks for which {@code method} can ask an object of {@code type}. */
  Set<String> of(Member method, TypeMirror type) {
    Set<String> locks = new LinkedHashSet<>();
    Stream.concat(
            Stream.of(method.element()), user.lineage().overriddenBy(method.element()).stream())
        .filter(it -> isA(type, Lineage.declaring(it)))
        .forEach(it -> names(Lineage.declaring(it))
            .filter(name -> lockNames(it).stream().anyMatch(path -> path.endsWith("." + name)))
            .forEach(locks::add));
    return locks;
  }

  /** The locks of the class of {@code method}, if {@code type} is of that class. */
  Stream<String> meant(Member method, TypeMirror type) {
    return isA(type, method.declaring()) ? names(method.declaring()) : Stream.empty();
  }

  private boolean isA(TypeMirror type, TypeElement declaring) {
    return user.types()
        .isSubtype(user.types().erasure(type), user.types().erasure(declaring.asType()));
  }

  private Stream<String> names(TypeElement declaring) {
    return Lineage.of(declaring, user.types(), user.elements()).methods().stream()
        .flatMap(method -> lockNames(method).stream())
        .filter(name -> !name.contains("."))
        .distinct();
  }

  private List<String> lockNames(ExecutableElement method) {
    return Mark.find(user.elements(), method, SYNCHRONIZED).stream()
        .flatMap(mark -> mark.list("lock").stream())
        .map(AnnotationValue::getValue)
        .map(String::valueOf)
        .toList();
  }
}
