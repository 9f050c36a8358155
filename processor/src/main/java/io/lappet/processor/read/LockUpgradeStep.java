package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;

/**
 * Refuses methods that read under a lock and call one that takes it to write: two of them would wait
 * for each other. Calls are known by name and number of arguments only, so it says something only if
 * every method that may be meant is such a one.
 */
final class LockUpgradeStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(SYNCHRONIZED)) {
      if (isReading(method)) {
        refuse(user, method, report);
      }
    }
  }

  /** Says it once for a method; the same path may lead another call to another object. */
  private static void refuse(UserClass user, Member method, Report report) {
    for (String lock : locks(method)) {
      Optional<Member> writer = lock.contains(".") ? Optional.empty() : writer(user, method, lock);
      if (writer.isPresent()) {
        refuse(method, writer.get(), lock, report);
        return;
      }
    }
  }

  /** The first writing method that is reached from {@code method}, directly or by private ones. */
  private static Optional<Member> writer(UserClass user, Member method, String lock) {
    Deque<Member> open = new ArrayDeque<>(List.of(method));
    Set<Member> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Member next = open.remove();
      List<Body.Call> calls = user.bodies().of(next.element()).map(Body::calls).orElse(List.of());
      for (Body.Call call : seen.add(next) ? calls : List.<Body.Call>of()) {
        List<Member> meant = meant(user, call);
        if (!meant.isEmpty() && meant.stream().allMatch(it -> isWriting(it, lock))) {
          return Optional.of(meant.get(0));
        }
        if (meant.size() == 1 && meant.get(0).is(Modifier.PRIVATE)) {
          open.add(meant.get(0));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Member> meant(UserClass user, Body.Call call) {
    return user.methods().stream()
        .filter(method -> method.name().equals(call.method()))
        .filter(method -> method.element().isVarArgs()
            || method.element().getParameters().size() == call.arguments())
        .toList();
  }

  private static boolean isReading(Member method) {
    return method.mark(SYNCHRONIZED).filter(mark -> mark.flag("read")).isPresent();
  }

  private static boolean isWriting(Member method, String lock) {
    return method.mark(SYNCHRONIZED).filter(mark -> !mark.flag("read")).isPresent()
        && locks(method).contains(lock);
  }

  private static List<String> locks(Member method) {
    List<String> names = new ArrayList<>();
    method.mark(SYNCHRONIZED).stream()
        .flatMap(mark -> mark.list("lock").stream())
        .map(AnnotationValue::getValue)
        .forEach(name -> names.add(String.valueOf(name)));
    return names.isEmpty() ? List.of("") : names;
  }

  private static void refuse(Member method, Member writer, String lock, Report report) {
    Place place = writer.isInherited() ? method.place() : method.anchor(method.place());
    report.addUnlessAccepted(
        writer.element(),
        place,
        Problem.LOCK_UPGRADE,
        method.label(),
        lock.isEmpty() ? "the lock of its object" : "\"%s\"".formatted(lock),
        writer.label(),
        method.label(),
        writer.label());
  }
}
