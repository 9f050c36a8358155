package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Block;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.check.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What runs on a loop, and what is asked with a lock held, does not wait. */
final class BlockingCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.BLOCKING_CONFINED)) {
      return;
    }
    Map<String, String> begins = new LinkedHashMap<>();
    for (ClassFacts type : facts.classes()) {
      if (type.confined()) {
        type.methods().stream()
            .filter(method -> runsOnLoop(method, facts))
            .forEach(method -> begins.put(method.id(), "its loop"));
      }
    }
    for (MethodFacts method : facts.methods()) {
      method
          .entry()
          .guard()
          .ifPresent(
              guard -> begins.put(guard.method(), "all who want the lock of " + method.label()));
    }
    Set<String> told = new HashSet<>();
    begins.forEach((id, whom) ->
        facts.method(id).ifPresent(method -> check(method, whom, told, facts, report)));
  }

  /** All but what runs before or after the loop. */
  private static boolean runsOnLoop(MethodFacts method, Facts facts) {
    boolean isClose = method.name().equals("close") && method.parameters().isEmpty();
    boolean isReached = !facts.sitesOf(method).isEmpty();
    return method.kind() == MethodFacts.Kind.METHOD
        && !method.is(Modifier.STATIC)
        && !method.is(Modifier.ABSTRACT)
        && !(method.is(Modifier.PRIVATE) && isReached)
        && !isClose;
  }

  private static void check(
      MethodFacts begin, String whom, Set<String> told, Facts facts, BodyReport report) {
    entry(begin.entry()).ifPresent(wait -> {
      if (told.add(begin.id())) {
        report.add(
            Problem.BLOCKING_CONFINED,
            begin.spot(),
            begin.suppressed(),
            begin.label(),
            whom,
            "it " + wait);
      }
    });
    Deque<Route> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>(Set.of(begin.id()));
    open.add(Route.to(begin));
    while (!open.isEmpty()) {
      Route at = open.remove();
      for (Act act : at.method().acts()) {
        Optional<String> wait = wait(act, facts);
        if (wait.isPresent()) {
          tell(begin, at, act, wait.get(), whom, told, report);
        } else if (act instanceof Invoke call) {
          for (MethodFacts callee : facts.targets(call)) {
            if (isFollowed(callee, facts) && seen.add(callee.id())) {
              open.add(at.to(callee, call));
            }
          }
        }
      }
    }
  }

  /** All methods of a loop that can be called from outside are told by themselves. */
  private static boolean isFollowed(MethodFacts callee, Facts facts) {
    boolean isOfLoop = facts.type(callee.owner()).filter(ClassFacts::confined).isPresent();
    return !callee.isConstruction() && (!isOfLoop || callee.is(Modifier.PRIVATE));
  }

  private static void tell(
      MethodFacts begin,
      Route at,
      Act act,
      String wait,
      String whom,
      Set<String> told,
      BodyReport report) {
    if (told.add(at.method().id())) {
      Set<String> suppressed = BodyReport.suppressed(List.of(begin, at.method()));
      String way = at.from() == null ? "it" : at.text() + ", which";
      String text = "%s %s (%s)".formatted(way, wait, Words.line(act.spot()));
      report.add(Problem.BLOCKING_CONFINED, act.spot(), suppressed, begin.label(), whom, text);
    }
  }

  private static Optional<String> wait(Act act, Facts facts) {
    if (act instanceof Await await) {
      return Waiting.verb(await, facts);
    }
    if (act instanceof Block block) {
      return Optional.of(block.verb());
    }
    return act instanceof Invoke call
        ? facts.targets(call).stream()
            .flatMap(callee -> entry(callee.entry()).stream())
            .findFirst()
        : Optional.empty();
  }

  /** How messages say that a call of such a method waits. */
  static Optional<String> entry(Entry entry) {
    if (entry.gate().isPresent()) {
      return Optional.of("waits for gate " + entry.gate().get().what().node().quoted());
    }
    if (entry.guard().isPresent()) {
      return Optional.of("waits for a guard");
    }
    return entry.permit().map(permit -> "waits for a permit");
  }
}
