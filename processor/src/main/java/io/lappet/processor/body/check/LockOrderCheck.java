package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Locks are taken in one order everywhere. A lock that is taken while another one is held makes an
 * edge; a circle of edges lets threads wait for each other for ever, and so does an edge from the lock
 * of one object to the same lock of another.
 */
final class LockOrderCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    Set<Node> suspects = suspects(facts);
    if (suspects.isEmpty()) {
      return;
    }
    List<Edge> edges = edges(facts, suspects);
    Pairs.report(edges, report);
    Components<Node> graph = new Components<>();
    Map<Node, Map<Node, List<Edge>>> between = new LinkedHashMap<>();
    for (Edge edge : edges) {
      if (!edge.fromNode().equals(edge.toNode())) {
        graph.edge(edge.fromNode(), edge.toNode());
        between
            .computeIfAbsent(edge.fromNode(), unused -> new LinkedHashMap<>())
            .computeIfAbsent(edge.toNode(), unused -> new ArrayList<>())
            .add(edge);
      }
    }
    for (Set<Node> group : graph.groups()) {
      new Circles(facts, group, between).find().ifPresent(circle -> circle.report(report));
    }
  }

  /**
   * The nodes that lie on any circle of calls and locks, whoever the objects are. This is linear in the
   * calls, and leaves little for a closer look.
   */
  private static Set<Node> suspects(Facts facts) {
    Components<Object> graph = new Components<>();
    for (MethodFacts method : facts.methods()) {
      List<Hold> entry = LockKind.taken(method);
      entry.forEach(hold -> graph.edge(method.id(), hold.lock().node()));
      for (Act act : method.acts()) {
        List<Object> reached = new ArrayList<>();
        if (act instanceof Act.Take take && LockKind.isOurs(take.taken().lock().node())) {
          reached.add(take.taken().lock().node());
        } else if (act instanceof Act.Invoke call) {
          facts.targets(call).forEach(target -> reached.add(target.id()));
        }
        for (Object to : reached) {
          graph.edge(method.id(), to);
          held(method, act).forEach(hold -> graph.edge(hold.lock().node(), to));
        }
      }
    }
    Set<Node> suspects = new HashSet<>();
    for (Set<Object> group : graph.groups()) {
      group.stream()
          .filter(Node.class::isInstance)
          .map(Node.class::cast)
          .filter(LockKind::isOurs)
          .forEach(suspects::add);
    }
    return suspects;
  }

  /** What is held at {@code act}, a permit of the method included. */
  private static List<Hold> held(MethodFacts method, Act act) {
    List<Hold> all = new ArrayList<>(LockKind.taken(method));
    act.held().stream().filter(hold -> !all.contains(hold)).forEach(all::add);
    return all.stream().filter(hold -> LockKind.isOurs(hold.lock().node())).toList();
  }

  private static List<Edge> edges(Facts facts, Set<Node> suspects) {
    Reach<Hold> reach = new Reach<>(facts, new LockKind(suspects::contains));
    Callers callers = Callers.likely(facts);
    List<Edge> edges = new ArrayList<>();
    for (MethodFacts method : facts.methods()) {
      if (method.isConstruction() && method.entry().locks().isEmpty()
          || isEnd(facts, method)
          || method.suppressed().contains(Problem.LOCK_ORDER.key())) {
        continue;
      }
      for (Act act : method.acts()) {
        List<Hold> held = held(method, act).stream()
            .filter(hold -> suspects.contains(hold.lock().node()))
            .filter(hold -> !hold.lock().of().isFresh())
            .toList();
        if (!held.isEmpty() && (act instanceof Act.Take || act instanceof Act.Invoke)) {
          List<Hold> context = new ArrayList<>(held(method, act));
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

  /** Whether it is the end of an active object, whose threads are gone by then. */
  static boolean isEnd(Facts facts, MethodFacts method) {
    return method.name().equals("close")
        && method.parameters().isEmpty()
        && facts
                .type(method.owner())
                .map(ClassFacts::activations)
                .orElse(List.of())
                .size()
            > 0;
  }

  private static boolean isHeld(Resource lock, List<Hold> context) {
    boolean isPermit = lock.node().kind() == Node.Kind.PERMITS;
    return !isPermit && context.stream().anyMatch(hold -> hold.lock().isSame(lock));
  }
}
