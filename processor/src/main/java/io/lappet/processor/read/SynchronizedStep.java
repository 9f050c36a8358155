package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.GuardedModel.LockUse;
import io.lappet.processor.model.WovenModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;

/** Reads {@code @Synchronized} methods. */
final class SynchronizedStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(SYNCHRONIZED)) {
      method.mark(SYNCHRONIZED).ifPresent(mark -> read(user, method, mark, woven, report));
    }
  }

  private static void read(
      UserClass user, Member method, Mark mark, WovenModel woven, Report report) {
    List<LockUse> locks = locks(user, method, mark, report);
    Optional<DurationModel> timeout = Durations.optional(mark, "timeout", report);
    if (method.obstacle().isPresent()) {
      locks.forEach(lock -> woven.unclear(lock.name()));
      return;
    }
    if (method.is(Modifier.SYNCHRONIZED)) {
      report.add(method.place(), Problem.ALSO_SYNCHRONIZED, method.label());
    }
    woven.add(new GuardedModel(
        Signatures.of(method),
        locks,
        timeout,
        user.throwsInterrupted(method),
        method.anchor(method.place())));
  }

  private static List<LockUse> locks(UserClass user, Member method, Mark mark, Report report) {
    List<AnnotationValue> names = mark.list("lock");
    if (names.isEmpty()) {
      return List.of(new LockUse("", method.anchor(mark.place())));
    }
    Map<String, LockUse> locks = new LinkedHashMap<>();
    for (AnnotationValue value : names) {
      String name = String.valueOf(value.getValue());
      if (name.isBlank() || name.contains(".")) {
        refuseUnknown(user, mark, value, name, report);
        continue;
      }
      LockUse lock = new LockUse(name, method.anchor(mark.place(value)));
      if (locks.putIfAbsent(name, lock) != null) {
        refuseTwice(mark, value, name, report);
      }
    }
    return List.copyOf(locks.values());
  }

  private static void refuseTwice(Mark mark, AnnotationValue value, String name, Report report) {
    report.add(
        mark.place(value),
        Problem.CONTRADICTION,
        "The second \"%s\"".formatted(name),
        "the first",
        "a call takes a lock once",
        "Remove one of the two.");
  }

  private static void refuseUnknown(
      UserClass user, Mark mark, AnnotationValue value, String name, Report report) {
    String remedy = name.isBlank()
        ? "Write a name, or leave 'lock' out for the object's own lock."
        : "Locks of other objects cannot be named yet; a name has no dot.";
    report.add(
        mark.place(value),
        Problem.UNKNOWN_NAME,
        name,
        "the name of a lock of " + user.label(),
        remedy);
  }
}
