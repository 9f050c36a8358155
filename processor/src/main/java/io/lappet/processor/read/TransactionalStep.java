package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Warns of locks that are given back before a transaction around the call ends. Each framework has an
 * annotation of its own for that, all of one name.
 */
final class TransactionalStep implements Step {
  private static final String TRANSACTIONAL = "Transactional";

  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(SYNCHRONIZED)) {
      Stream<Element> places = Stream.of(method.element(), method.declaring(), user.element());
      if (places.anyMatch(TransactionalStep::isTransactional)) {
        report.add(method.place(), Problem.TRANSACTIONAL, method.label());
      }
    }
  }

  private static boolean isTransactional(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> mirror.getAnnotationType().asElement().getSimpleName())
        .anyMatch(name -> name.contentEquals(TRANSACTIONAL));
  }
}
