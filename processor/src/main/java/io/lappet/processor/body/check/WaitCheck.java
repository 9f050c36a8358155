package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Ender.Need;
import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.check.Waiting.Reason;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who holds a lock does not wait, least of all for who needs that lock. */
final class WaitCheck implements BodyCheck {
  /** A wait that is reached while a lock is held. */
  private record Reached(MethodFacts origin, Hold lock, Found<Waiting> found) {
    Waiting waiting() {
      return found.thing();
    }

    Way way() {
      return found.way();
    }

    int length() {
      return way().methods().size();
    }

    List<MethodFacts> involved() {
      List<MethodFacts> all = new ArrayList<>(way().methods());
      all.add(origin);
      return all;
    }
  }

  @Override
  public void check(Facts facts, BodyReport report) {
    boolean isOn =
        List.of(Problem.WAIT_DEADLOCK, Problem.WAIT_HOLDING, Problem.WAIT_NESTED).stream()
            .anyMatch(report::isOn);
    if (!isOn) {
      return;
    }
    Reach<Waiting> waits = new Reach<>(facts, new Waiting.Kind());
    List<Reached> all = reached(waits, facts, report);
    if (all.isEmpty()) {
      return;
    }
    Reach<Hold> locks = new Reach<>(facts, new LockKind(node -> node.kind() == Node.Kind.LOCK));
    Enders enders = new Enders(facts, locks);
    Set<Spot> deadlocks = new HashSet<>();
    Set<List<Object>> answered = new HashSet<>();
    for (Reached reached : all) {
      if (isDeadlock(reached, enders, answered, report)) {
        deadlocks.add(reached.way().lastSpot());
      }
    }
    Map<Spot, Reached> holding = new LinkedHashMap<>();
    for (Reached reached : all) {
      if (!isShort(reached, enders, waits) && !deadlocks.contains(reached.way().lastSpot())) {
        holding.merge(
            reached.way().lastSpot(),
            reached,
            (one, other) -> other.length() < one.length() ? other : one);
      }
    }
    Set<List<Object>> told = new HashSet<>();
    for (Reached reached : holding.values()) {
      if (told.add(List.of(reached.origin().id(), reached.lock().lock()))) {
        holding(reached, report);
      }
    }
  }

  private static List<Reached> reached(Reach<Waiting> waits, Facts facts, BodyReport report) {
    Set<List<String>> nested = new HashSet<>();
    List<Reached> all = new ArrayList<>();
    for (MethodFacts method : facts.methods()) {
      if (LockOrderCheck.isEnd(facts, method)) {
        continue;
      }
      for (Act act : method.acts()) {
        List<Hold> held = act.held().stream()
            .filter(hold -> hold.lock().node().kind() == Node.Kind.LOCK)
            .filter(hold -> !hold.lock().of().isFresh() && !hold.lock().isOfSomeFabric())
            .toList();
        if (held.isEmpty()) {
          continue;
        }
        for (Found<Waiting> found : waits.from(method, act)) {
          Waiting wait = found.thing();
          Optional<Hold> own = own(wait, held);
          if (own.isPresent()) {
            if (nested.add(List.of(method.id(), found.way().last().id()))) {
              nested(method, own.get(), found, report);
            }
          } else if (!wait.isFree(facts)) {
            held.forEach(lock -> all.add(new Reached(method, lock, found)));
          }
        }
      }
    }
    // A channel is empty before it is full.
    all.sort(Comparator.comparingInt(Reached::length)
        .thenComparing(reached -> reached.waiting().reason() == Reason.SEND));
    return all;
  }

  private static boolean isShort(Reached reached, Enders enders, Reach<Waiting> waits) {
    Waiting wait = reached.waiting();
    boolean isLimited = wait.timed() && wait.reason() != Reason.SLEEP;
    return isLimited
        || wait.reason() == Reason.PERMIT
            && enders.of(wait, reached.way().last()).stream().noneMatch(it -> isSlow(it, waits));
  }

  /** Whether who has a permit keeps it for a while; else to wait for it is as to wait for a lock. */
  private static boolean isSlow(Ender ender, Reach<Waiting> waits) {
    MethodFacts holder = ender.method();
    return holder.acts().stream()
        .anyMatch(act -> act instanceof Act.Block
            || waits.from(holder, act).stream()
                .anyMatch(found -> found.thing().reason() != Reason.PERMIT));
  }

  /** The lock that is held already and that the wait would have to give back. */
  private static Optional<Hold> own(Waiting wait, List<Hold> held) {
    return wait.reason() == Reason.GUARD
        ? held.stream()
            .filter(hold -> wait.what().filter(hold.lock()::isSame).isPresent())
            .findFirst()
        : Optional.empty();
  }

  private static void nested(
      MethodFacts method, Hold lock, Found<Waiting> found, BodyReport report) {
    MethodFacts waiting = found.way().last();
    String guard = waiting
        .entry()
        .guard()
        .map(Entry.Guard::method)
        .map(id -> id.replaceAll("\\(.*", "()").replaceAll(".*\\.", ""))
        .orElse("its guard");
    report.add(
        Problem.WAIT_NESTED,
        found.way().spot(),
        BodyReport.suppressed(found.way().methods()),
        method.label(),
        lock.lock().node().quoted(),
        waiting.label(),
        guard,
        "Call %s before taking the lock, or let %s wait by itself: @WaitUntil on it."
            .formatted(waiting.label(), method.label()));
  }

  /**
   * Says so if those who can end the wait need the lock.
   *
   * @param answered the waits whose end was said to need a lock that they hold themselves: if they wait
   *     for the other side in turn, that is the same mistake
   */
  private static boolean isDeadlock(
      Reached reached, Enders enders, Set<List<Object>> answered, BodyReport report) {
    Waiting wait = reached.waiting();
    Resource lock = reached.lock().lock();
    List<Ender> all = enders.of(wait, reached.way().last());
    List<Ender> needing = all.stream()
        .filter(ender -> ender.needs(lock, wait.what()) != Need.NONE)
        .toList();
    if (needing.isEmpty() || wait.reason() == Reason.PERMIT) {
      return !needing.isEmpty(); // a circle of locks and permits is told as such
    }
    if (answered.contains(side(reached, reached.origin()))) {
      return true;
    }
    needing.forEach(ender -> answered.add(side(reached, ender.method())));
    boolean isAll = needing.size() == all.size();
    boolean isCertain = isAll
        && reached.found().certain()
        && !wait.timed()
        && !reached.lock().timed()
        && !enders.isOpenEnded(wait)
        && needing.stream().allMatch(it -> it.needs(lock, wait.what()) == Need.CERTAIN);
    List<MethodFacts> involved = reached.involved();
    needing.forEach(ender -> involved.add(ender.method()));
    Object[] arguments =
        new WaitText(reached.origin(), reached.way(), wait, lock, needing, isAll).arguments();
    Set<String> suppressed = BodyReport.suppressed(involved);
    if (isCertain) {
      report.add(Problem.WAIT_DEADLOCK, reached.way().spot(), suppressed, arguments);
    } else {
      report.doubt(Problem.WAIT_DEADLOCK, reached.way().spot(), suppressed, arguments);
    }
    return true;
  }

  /** What {@code method} does under the lock at the same resource. */
  private static List<Object> side(Reached reached, MethodFacts method) {
    return List.of(method.id(), reached.lock().lock().node(), reached.waiting().what());
  }

  private static void holding(Reached reached, BodyReport report) {
    Way way = reached.way();
    String quoted = reached.lock().lock().node().quoted();
    String verb = new WaitText(
            reached.origin(), way, reached.waiting(), reached.lock().lock(), List.of(), true)
        .verb();
    String calls = way.calls()
        .map(it -> "%s %s, which %s (%s).\n"
            .formatted(reached.origin().fullLabel(), it, verb, way.lastSpot().text()))
        .orElse("");
    report.add(
        Problem.WAIT_HOLDING,
        way.spot(),
        BodyReport.suppressed(reached.involved()),
        reached.origin().label(),
        verb,
        quoted,
        quoted,
        calls,
        "Wait before taking the lock, or after giving it back.");
  }
}
