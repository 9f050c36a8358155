package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.WOVEN;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads the shared interfaces that a class uses. */
final class UsesStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    user.mark(WOVEN).ifPresent(mark -> read(user, mark, woven, report));
  }

  /** The interfaces in {@code uses}, whether they are shared or not. */
  static Optional<UserClass> type(UserClass user, AnnotationValue value) {
    return value.getValue() instanceof DeclaredType type
        ? Optional.of(user.other((TypeElement) type.asElement()))
        : Optional.empty();
  }

  private static void read(UserClass user, Mark mark, WovenModel woven, Report report) {
    Set<String> seen = new LinkedHashSet<>();
    for (AnnotationValue value : mark.list("uses")) {
      Optional<UserClass> shared = type(user, value)
          .filter(SharedReader::isShared)
          .filter(it -> ClassReader.obstacleOfShared(it).isEmpty());
      if (shared.isEmpty()) {
        refuseType(mark, value, report);
      } else if (!seen.add(value.toString())) {
        refuseTwice(mark, value, shared.get(), report);
      } else {
        // Its mistakes are told there.
        woven.use(SharedReader.read(shared.get(), report.unheard()));
      }
    }
  }

  private static void refuseType(Mark mark, AnnotationValue value, Report report) {
    String name = value.getValue().toString().replaceAll("[\\w.]*\\.(?=\\w)", "");
    report.add(
        mark.place(value),
        Problem.UNKNOWN_NAME,
        name,
        "a @Shared interface",
        "Name an interface with @Shared on it, or leave it out.");
  }

  private static void refuseTwice(
      Mark mark, AnnotationValue value, UserClass shared, Report report) {
    report.add(
        mark.place(value),
        Problem.CONTRADICTION,
        "The second " + shared.label(),
        "the first",
        "an interface is used once",
        "Remove one of the two.");
  }
}
