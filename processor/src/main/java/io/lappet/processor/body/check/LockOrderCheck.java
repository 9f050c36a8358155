package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Locks are taken in one order everywhere. A lock that is taken while another one is held makes an
 * edge; a circle of edges lets threads wait for each other for ever, and so does an edge from the lock
 * of one object to the same lock of another.
 */
final class LockOrderCheck implements BodyCheck {
  private final Problem problem;

  /** Only circles with one of these are told. */
  private final Predicate<Node> needed;

  private LockOrderCheck(Problem problem, Predicate<Node> needed) {
    this.problem = problem;
    this.needed = needed;
  }

  /** The rule for our locks. */
  static LockOrderCheck ofOurs() {
    return new LockOrderCheck(Problem.LOCK_ORDER, LockKind::isOurs);
  }

  /** The rule for circles with a monitor, or with a lock that the JDK has made. */
  static LockOrderCheck ofForeign() {
    return new LockOrderCheck(Problem.FOREIGN_LOCK_ORDER, LockOrderCheck::isForeign);
  }

  private static boolean isForeign(Node node) {
    return node.kind() == Node.Kind.FOREIGN;
  }

  private boolean isLooked(Node node) {
    return LockKind.isOurs(node) || needed.test(node);
  }

  @Override
  public void check(Facts facts, BodyReport report) {
    Set<Node> suspects = report.isOn(problem) ? suspects(facts) : Set.of();
    if (suspects.stream().noneMatch(needed)) {
      return;
    }
    List<Edge> edges = LockEdges.of(facts, facts.allMethods(), suspects::contains);
    if (problem == Problem.LOCK_ORDER) {
      Pairs.report(edges, report);
    }
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
      new Circles(facts, group, between)
          .find(circle -> circle.nodes().stream().anyMatch(needed))
          .ifPresent(circle -> circle.report(problem, report));
    }
  }

  /**
   * The nodes that lie on any circle of calls and locks, whoever the objects are. This is linear in the
   * calls, and leaves little for a closer look.
   */
  private Set<Node> suspects(Facts facts) {
    Components<Object> graph = new Components<>();
    for (MethodFacts method : facts.allMethods()) {
      List<Hold> entry = LockKind.taken(method);
      entry.stream()
          .map(hold -> hold.lock().node())
          .filter(this::isLooked)
          .forEach(node -> graph.edge(method.id(), node));
      for (Act act : method.acts()) {
        List<Object> reached = new ArrayList<>();
        if (act instanceof Act.Take take && isLooked(take.taken().lock().node())) {
          reached.add(take.taken().lock().node());
        } else if (act instanceof Act.Invoke call) {
          facts.targets(call).forEach(target -> reached.add(target.id()));
        }
        for (Object to : reached) {
          graph.edge(method.id(), to);
          LockEdges.held(method, act).stream()
              .map(hold -> hold.lock().node())
              .filter(this::isLooked)
              .forEach(node -> graph.edge(node, to));
        }
      }
    }
    Set<Node> suspects = new HashSet<>();
    for (Set<Object> group : graph.groups()) {
      group.stream()
          .filter(Node.class::isInstance)
          .map(Node.class::cast)
          .filter(this::isLooked)
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
