package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.Act.Ask;
import io.lappet.processor.body.facts.Act.Escape;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Act.Open;
import io.lappet.processor.body.facts.Act.Send;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Who waits for a guard is looked at again when its lock is given back. So what the guard reads changes
 * under that lock only; it does change; and it is not the guard that changes it.
 */
final class GuardCheck implements BodyCheck {
  /** A guard, who waits for it, and the lock under which it is asked. */
  private record Guard(MethodFacts method, List<MethodFacts> waiters, Node lock) {
    String waiting() {
      return waiters.get(0).label();
    }

    Set<String> suppressed() {
      Set<String> all = new HashSet<>(method.suppressed());
      waiters.forEach(waiter -> all.addAll(waiter.suppressed()));
      return all;
    }
  }

  @Override
  public void check(Facts facts, BodyReport report) {
    List<Guard> guards = guards(facts);
    if (guards.isEmpty()) {
      return;
    }
    Changes changes = Changes.of(facts);
    for (Guard guard : guards) {
      List<Walk.Step> steps = Walk.from(guard.method(), facts);
      boolean isTold = tellEffect(guard, steps, report);
      isTold |= tellOutside(guard, steps, report);
      if (!isTold && !tellUnheard(guard, steps, changes, facts, report)) {
        tellConstant(guard, steps, changes, facts, report);
      }
    }
  }

  private static List<Guard> guards(Facts facts) {
    Map<String, Guard> guards = new LinkedHashMap<>();
    for (MethodFacts waiter : facts.methods()) {
      Optional<MethodFacts> method =
          waiter.entry().guard().flatMap(guard -> facts.method(guard.method()));
      List<Hold> locks = waiter.entry().locks();
      boolean isClear =
          method.isPresent() && locks.size() == 1 && locks.get(0).lock().isExact();
      if (isClear) {
        guards
            .computeIfAbsent(
                method.get().id(),
                id -> new Guard(
                    method.get(), new ArrayList<>(), locks.get(0).lock().node()))
            .waiters()
            .add(waiter);
      }
    }
    return List.copyOf(guards.values());
  }

  private static boolean tellEffect(Guard guard, List<Walk.Step> steps, BodyReport report) {
    for (Walk.Step step : steps) {
      Optional<String> effect = effect(step);
      if (effect.isPresent()) {
        report.add(
            Problem.GUARD_EFFECT,
            step.act().spot(),
            guard.suppressed(),
            guard.method().label(),
            effect.get(),
            guard.waiting());
        return true;
      }
    }
    return false;
  }

  private static Optional<String> effect(Walk.Step step) {
    if (step.act() instanceof Access access) {
      Path of = step.path().apply(access.of());
      boolean isOwn = of.isFresh() || !access.isWrite();
      return isOwn ? Optional.empty() : Optional.of("changes " + access.field());
    }
    if (step.act() instanceof Send send) {
      return Optional.of("sends to " + send.channel().node().quoted());
    }
    if (step.act() instanceof Open open) {
      return Optional.of("opens gate " + open.gate().node().quoted());
    }
    return Optional.empty();
  }

  /** What changes at any time, whoever holds which lock. */
  private static boolean tellOutside(Guard guard, List<Walk.Step> steps, BodyReport report) {
    for (Walk.Step step : steps) {
      if (step.act() instanceof Ask ask) {
        report.add(
            Problem.GUARD_UNHEARD,
            step.act().spot(),
            guard.suppressed(),
            guard.method().label(),
            ask.what(),
            "which changes without the lock of " + guard.waiting(),
            guard.waiting(),
            "Wait for a gate that is opened when it changes, or let who changes it call a method with that lock.");
        return true;
      }
    }
    return false;
  }

  private static boolean tellUnheard(
      Guard guard, List<Walk.Step> steps, Changes changes, Facts facts, BodyReport report) {
    Unheard unheard = new Unheard(guard.lock(), guard.method().owner(), changes, facts);
    for (Walk.Step step : steps) {
      Optional<Unheard.Change> change = step.act() instanceof Access access
          ? unheard.change(access, step.path().apply(access.of()))
          : Optional.empty();
      if (change.isPresent()) {
        boolean isHere = step.in().owner().equals(guard.method().owner());
        Act read = isHere ? step.act() : step.via();
        tellUnheard(guard, read.spot(), change.get(), report);
        return true;
      }
    }
    return false;
  }

  private static void tellUnheard(
      Guard guard, Spot spot, Unheard.Change change, BodyReport report) {
    MethodFacts changer = change.by();
    Set<String> suppressed = new HashSet<>(guard.suppressed());
    suppressed.addAll(changer.suppressed());
    String who = changer.kind() == MethodFacts.Kind.LAMBDA ? "a lambda" : changer.label();
    String lock = guard.lock().name();
    String mark = lock.isEmpty() ? "@Synchronized" : "@Synchronized(lock = \"%s\")".formatted(lock);
    String remedy = changer.kind() == MethodFacts.Kind.METHOD && change.isOwn()
        ? "Put %s on %s%s.".formatted(mark, who, changer.is(Modifier.PRIVATE) ? "'s callers" : "")
        : "Let it call a method with %s.".formatted(mark);
    report.add(
        Problem.GUARD_UNHEARD,
        spot,
        suppressed,
        guard.method().label(),
        change.field(),
        "but %s (%s) changes it without the lock of %s"
            .formatted(who, Words.line(change.where()), guard.waiting()),
        guard.waiting(),
        remedy);
  }

  /** Says so if all that the guard reads is known, and none of it ever changes. */
  private static void tellConstant(
      Guard guard, List<Walk.Step> steps, Changes changes, Facts facts, BodyReport report) {
    if (!guard.method().parameters().isEmpty()) {
      return;
    }
    Set<String> read = new LinkedHashSet<>();
    for (Walk.Step step : steps) {
      if (step.act() instanceof Access access) {
        Optional<FieldFacts> field = FieldUse.Field.of(access).facts(facts);
        boolean isConstant = step.path().apply(access.of()).isThis()
            && field.filter(changes::areAllKnown).isPresent()
            && changes.of(FieldUse.Field.of(access)).isEmpty();
        if (!isConstant) {
          return;
        }
        read.add(access.field());
      } else if (!(step.act() instanceof Escape)
          && !(step.act() instanceof Invoke call && isKnown(call, facts))) {
        return;
      }
    }
    boolean isOverridden = facts.methods().stream()
        .anyMatch(method -> method.overrides().contains(guard.method().id()));
    if (!read.isEmpty() && !isOverridden) {
      report.add(
          Problem.GUARD_CONSTANT,
          guard.method().spot(),
          guard.suppressed(),
          guard.method().label(),
          read.stream().collect(Collectors.joining(", ")),
          guard.waiting());
    }
  }

  /** Whether what a call gives depends only on what is read here, or on a collection that is. */
  private static boolean isKnown(Invoke call, Facts facts) {
    return !facts.targets(call).isEmpty()
        || call.method().startsWith("java.lang.")
        || (call.method().startsWith("java.util.")
            && !call.method().startsWith("java.util.concurrent."));
  }
}
