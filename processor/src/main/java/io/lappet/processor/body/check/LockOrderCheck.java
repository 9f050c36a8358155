package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
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
    List<Edge> edges = LockEdges.of(facts, facts.allMethods(), suspects::contains);
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
    for (MethodFacts method : facts.allMethods()) {
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
          LockEdges.held(method, act).forEach(hold -> graph.edge(hold.lock().node(), to));
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
}
