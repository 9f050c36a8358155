package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Warns of locks that are given back before a transaction around the call ends. */
final class TransactionalStep implements Step {
  private static final List<ClassName> TRANSACTIONAL = Stream.of(
          "org.springframework.transaction.annotation", "jakarta.transaction", "javax.transaction")
      .map(name -> ClassName.get(name, "Transactional"))
      .toList();

  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(SYNCHRONIZED)) {
      Stream<Element> places = Stream.of(method.element(), method.declaring(), user.element());
      if (places.anyMatch(element -> isTransactional(user, element))) {
        report.add(method.place(), Problem.TRANSACTIONAL, method.label());
      }
    }
  }

  private static boolean isTransactional(UserClass user, Element element) {
    return TRANSACTIONAL.stream()
        .anyMatch(name -> Mark.find(user.elements(), element, name).isPresent());
  }
}
