package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What happens when a method of an object runs: what its body does, and what the methods do that it
 * calls on the same object and on those in its final fields, under the locks that are held on the way.
 */
final class Walk {
  /** Nobody reads a message about what lies deeper. */
  private static final int LONGEST = 4_000;

  /**
   * Something that happens.
   *
   * @param in the method in whose body it stands
   * @param held what is held, as the first method names it
   * @param path what {@code in} calls an object, as the first method names it
   * @param via the call in the first method that leads there; {@code act} itself if it stands there
   */
  record Step(Act act, MethodFacts in, List<Hold> held, UnaryOperator<Path> path, Act via) {}

  private record Visit(String method, Path on, Set<Hold> held) {}

  private record Open(
      MethodFacts method,
      Path on,
      Set<Hold> held,
      Set<Hold> notTaken,
      UnaryOperator<Path> path,
      List<Act> via) {}

  private final Facts facts;
  private final List<Step> steps = new ArrayList<>();
  private final Set<Visit> seen = new HashSet<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private Walk(Facts facts) {
    this.facts = facts;
  }

  /** What happens when {@code first} runs, nearest first. */
  static List<Step> from(MethodFacts first, Facts facts) {
    Walk walk = new Walk(facts);
    walk.add(new Open(first, Path.THIS, Set.of(), Set.of(), path -> path, List.of()));
    while (!walk.open.isEmpty() && walk.steps.size() < LONGEST) {
      walk.read(walk.open.remove());
    }
    return walk.steps;
  }

  private void add(Open next) {
    if (seen.add(new Visit(next.method().id(), next.on(), next.held()))) {
      open.add(next);
    }
  }

  private void read(Open at) {
    Set<Hold> before = new LinkedHashSet<>(at.held());
    if (at.notTaken().isEmpty()) {
      // There may be only one such permit, and then it is a lock.
      at.method()
          .entry()
          .permit()
          .ifPresent(
              permit -> before.add(renamed(new Hold(permit.what(), false, false), at.path())));
    }
    for (Act act : at.method().acts()) {
      Set<Hold> held = new LinkedHashSet<>(before);
      act.held().stream()
          .filter(hold -> !at.notTaken().contains(hold))
          .map(hold -> renamed(hold, at.path()))
          .forEach(held::add);
      Act via = at.via().isEmpty() ? act : at.via().get(0);
      steps.add(new Step(act, at.method(), List.copyOf(held), at.path(), via));
      if (act instanceof Invoke call) {
        follow(call, at, held, via);
      }
    }
  }

  private void follow(Invoke call, Open at, Set<Hold> held, Act via) {
    for (MethodFacts callee : facts.targets(call)) {
      if (isLast(callee)) {
        continue;
      }
      Frame frame = Frame.of(call, callee);
      UnaryOperator<Path> path = inner -> at.path().apply(frame.path(inner));
      Path on = callee.kind() == MethodFacts.Kind.LAMBDA ? at.on() : at.path().apply(call.on());
      if (on.isOfThis() || on.equals(Path.SHARED)) {
        // super.x() is the method as it is written, without the locks that are woven around it.
        Set<Hold> notTaken =
            call.dispatch() == Dispatch.SUPER ? Set.copyOf(callee.entry().locks()) : Set.of();
        add(new Open(callee, on, Set.copyOf(held), notTaken, path, List.of(via)));
      }
    }
  }

  /** Whether it is the {@code close} of a component, which runs once, after its workers have ended. */
  private boolean isLast(MethodFacts method) {
    return method.name().equals("close")
        && method.parameters().isEmpty()
        && facts
            .type(method.owner())
            .filter(type -> !type.activations().isEmpty())
            .isPresent();
  }

  private static Hold renamed(Hold hold, UnaryOperator<Path> path) {
    return new Hold(
        hold.lock().on(path.apply(hold.lock().of()), hold.lock().key().map(path)),
        hold.read(),
        hold.timed());
  }
}
