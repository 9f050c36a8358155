package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.WovenModel;
import javax.lang.model.element.AnnotationValue;

/** Looks at the names of locks that are shared: a class cannot say what kind of lock they are. */
final class SharedLockStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(SYNCHRONIZED)) {
      method.mark(SYNCHRONIZED).ifPresent(mark -> read(method, mark, woven, report));
    }
  }

  private static void read(Member method, Mark mark, WovenModel woven, Report report) {
    for (AnnotationValue value : mark.list("lock")) {
      String name = String.valueOf(value.getValue());
      SharedNames.find(
              woven, name, LockAccessor.class, "a lock", method.anchor(mark.place(value)), report)
          .ifPresent(lock -> check(method, mark, lock, report));
    }
  }

  private static void check(Member method, Mark mark, SharedResource lock, Report report) {
    String owner = lock.owner().type().label();
    if (mark.flag("read") && !((LockAccessor) lock.accessor()).readWrite()) {
      String remedy = "Declare 'ReadWriteLock %s();' in %s.".formatted(lock.name(), owner);
      refuse(method, mark, "read", lock, "it is one lock for all", remedy, report);
    }
    if (!mark.string("key").isEmpty()) {
      String remedy = "Leave 'key' out, or name a lock of the class itself.";
      refuse(method, mark, "key", lock, "it is one lock for all", remedy, report);
    }
    if (mark.flag("fair")) {
      String reason = "other classes use it as it is";
      refuse(method, mark, "fair", lock, reason, "Leave 'fair' out.", report);
    }
  }

  private static void refuse(
      Member method,
      Mark mark,
      String element,
      SharedResource lock,
      String reason,
      String remedy,
      Report report) {
    report.add(
        method.anchor(mark.place(element)),
        Problem.CONTRADICTION,
        "'%s'".formatted(element),
        lock.label() + "()",
        reason,
        remedy);
  }
}
