package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Which lock is taken while which one is held. */
final class LockEdges {
  private LockEdges() {}

  /** What is held at {@code act}, a permit and the monitor of the method included. */
  static List<Hold> held(MethodFacts method, Act act) {
    List<Hold> all = new ArrayList<>(LockKind.taken(method));
    act.held().stream().filter(hold -> !all.contains(hold)).forEach(all::add);
    return all;
  }

  /** The edges that begin in {@code origins}, between locks that are {@code wanted}. */
  static List<Edge> of(Facts facts, Collection<MethodFacts> origins, Predicate<Node> wanted) {
    Reach<Hold> reach = new Reach<>(facts, new LockKind(wanted));
    Callers callers = Callers.likely(facts);
    List<Edge> edges = new ArrayList<>();
    for (MethodFacts method : origins) {
      if (method.isConstruction() && method.entry().locks().isEmpty()
          || LockOrderCheck.isEnd(facts, method)
          || method.suppressed().contains(Problem.LOCK_ORDER.key())) {
        continue;
      }
      for (Act act : method.acts()) {
        boolean mayTake = act instanceof Act.Take || act instanceof Act.Invoke;
        List<Hold> context = mayTake ? held(method, act) : List.of();
        List<Hold> held = context.stream()
            .filter(hold -> wanted.test(hold.lock().node()))
            .filter(hold -> !hold.lock().of().isFresh() && !hold.lock().isOfSomeFabric())
            .toList();
        if (!held.isEmpty()) {
          callers.of(method).stream().filter(it -> !context.contains(it)).forEach(context::add);
          for (Found<Hold> found : reach.from(method, act)) {
            if (!isHeld(found.thing().lock(), context)) {
              held.forEach(from -> edges.add(
                  new Edge(from, found.thing(), method, found.way(), found.certain(), context)));
            }
          }
        }
      }
    }
    return edges;
  }

  private static boolean isHeld(Resource lock, List<Hold> context) {
    boolean isPermit = lock.node().kind() == Node.Kind.PERMITS;
    return !isPermit && context.stream().anyMatch(hold -> hold.lock().isSame(lock));
  }
}
