package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.KeyUse;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.PathModel;
import io.lappet.processor.model.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;

/** Reads {@code @Synchronized}: which locks calls of a method hold, and how. */
final class SynchronizedReader {
  private final UserClass user;
  private final Resources resources;
  private final Repeatable repeatable;
  private final Report report;

  SynchronizedReader(UserClass user, Resources resources, Report report) {
    this.user = user;
    this.resources = resources;
    this.repeatable = new Repeatable(user);
    this.report = report;
  }

  /** The locks of {@code method}, if it is annotated. */
  Optional<HoldModel> read(Member method) {
    return method.mark(SYNCHRONIZED).map(mark -> read(method, mark));
  }

  private HoldModel read(Member method, Mark mark) {
    List<LockUse> locks = locks(method, mark);
    refuseFair(mark, locks);
    return new HoldModel(
        locks,
        mark.flag("read"),
        key(method, mark, locks),
        mark.flag("fair"),
        Durations.optional(mark, "timeout", report),
        mark.flag("read") && repeatable.is(method));
  }

  private Optional<KeyUse> key(Member method, Mark mark, List<LockUse> locks) {
    String text = mark.string("key");
    if (!mark.isSet("key")) {
      return Optional.empty();
    }
    Place place = mark.place("key");
    for (String element : List.of("read", "fair")) {
      if (mark.flag(element)) {
        String reason = "a lock for each key is for one at a time, in any order";
        contradiction(mark.place(element), element + " = true", key(text), reason);
      }
    }
    if (locks.size() > 1) {
      contradiction(place, key(text), "several locks", "a key chooses one of many locks");
      return Optional.empty();
    }
    if (locks.stream().anyMatch(lock -> !lock.isOwn())) {
      String reason = "that lock belongs to another object, which has just one of it";
      contradiction(place, key(text), "\"%s\"".formatted(locks.get(0).name()), reason);
      return Optional.empty();
    }
    // A key that leads nowhere is one all the same: the lock is not one for all calls.
    PathModel path = resources.key(method, text, place).orElse(new PathModel(List.of()));
    return Optional.of(new KeyUse(text, path, method.anchor(place)));
  }

  private static String key(String text) {
    return "key = \"%s\"".formatted(text);
  }

  private void refuseFair(Mark mark, List<LockUse> locks) {
    if (mark.flag("fair") && !locks.isEmpty() && locks.stream().noneMatch(LockUse::isOwn)) {
      String name = "\"%s\"".formatted(locks.get(0).name());
      String reason = "the class of the other object decides whether its lock is fair";
      contradiction(mark.place("fair"), "fair = true", name, reason);
    }
  }

  private void contradiction(Place place, String one, String other, String reason) {
    String remedy = "Leave one of the two out.";
    report.add(place, Problem.CONTRADICTION, one, other, reason, remedy);
  }

  private List<LockUse> locks(Member method, Mark mark) {
    List<AnnotationValue> names = mark.list("lock");
    if (names.isEmpty()) {
      return List.of(new LockUse(new Handle.Own(""), method.anchor(mark.place())));
    }
    Map<String, LockUse> locks = new LinkedHashMap<>();
    for (AnnotationValue value : names) {
      String name = String.valueOf(value.getValue());
      lock(method, name, mark.place(value)).ifPresent(lock -> {
        if (locks.putIfAbsent(name, lock) != null) {
          refuseTwice(mark.place(value), name);
        }
      });
    }
    return List.copyOf(locks.values());
  }

  private Optional<LockUse> lock(Member method, String name, Place place) {
    if (name.isBlank()) {
      report.add(
          place,
          Problem.UNKNOWN_NAME,
          name,
          "the name of a lock of " + user.label(),
          "Write a name, or leave 'lock' out for the object's own lock.");
      return Optional.empty();
    }
    // A plain name is a lock of the object by being used, unless it is something else.
    Optional<Handle> lock = name.contains(".")
        ? resources.find(ResourceKind.LOCK, method, name, place)
        : Optional.of(name).filter(it -> resources.canBeLock(it, place)).map(Handle.Own::new);
    return lock.map(it -> new LockUse(it, method.anchor(place)));
  }

  private void refuseTwice(Place place, String name) {
    report.add(
        place,
        Problem.CONTRADICTION,
        "The second \"%s\"".formatted(name),
        "the first",
        "a call takes a lock once",
        "Remove one of the two.");
  }
}
