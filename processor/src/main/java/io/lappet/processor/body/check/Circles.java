package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The circles among locks that reach each other; one of them is told. */
final class Circles {
  /** So many ways to go round are tried. */
  private static final int TRIED = 500;

  private final Facts facts;
  private final Turns turns;
  private final Set<Node> group;
  private final Map<Node, Map<Node, List<Edge>>> between;

  Circles(Facts facts, Set<Node> group, Map<Node, Map<Node, List<Edge>>> between) {
    this.facts = facts;
    this.turns = new Turns(facts);
    this.group = group;
    this.between = between;
  }

  /** The circle to tell: one that is certain before one that is likely, and a short one. */
  Optional<Circle> find(Predicate<Circle> wanted) {
    List<Circle> all = new ArrayList<>();
    Set<Set<Node>> seen = new HashSet<>();
    for (Node start : between.keySet()) {
      for (Node second : group.contains(start) ? next(start) : Set.<Node>of()) {
        List<Node> nodes = shortest(start, second);
        if (!nodes.isEmpty() && seen.add(new LinkedHashSet<>(nodes))) {
          all.addAll(circles(nodes));
        }
      }
    }
    return all.stream()
        .filter(circle -> wanted.test(circle) && circle.isHere() && !isHarmless(circle))
        .reduce((one, other) -> other.isBetter(one) ? other : one);
  }

  private Set<Node> next(Node from) {
    return between.getOrDefault(from, Map.of()).keySet().stream()
        .filter(group::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The nodes of the shortest way from {@code start} by {@code second} back; empty if none. */
  private List<Node> shortest(Node start, Node second) {
    Map<Node, Node> by = new HashMap<>();
    Deque<Node> open = new ArrayDeque<>(List.of(second));
    by.put(second, start);
    while (!open.isEmpty()) {
      Node at = open.remove();
      for (Node to : next(at)) {
        if (to.equals(start)) {
          List<Node> nodes = new ArrayList<>();
          for (Node back = at; !back.equals(start); back = by.getOrDefault(back, start)) {
            nodes.add(back);
          }
          nodes.add(start);
          Collections.reverse(nodes);
          return nodes;
        }
        if (by.putIfAbsent(to, at) == null) {
          open.add(to);
        }
      }
    }
    return List.of();
  }

  /** The circles over these nodes: each edge may come from several methods. */
  private List<Circle> circles(List<Node> nodes) {
    List<List<Edge>> partial = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < nodes.size(); i++) {
      List<Edge> edges = edges(nodes.get(i), nodes.get((i + 1) % nodes.size()));
      partial = partial.stream()
          .flatMap(begun -> edges.stream().map(edge -> longer(begun, edge)))
          .limit(TRIED)
          .toList();
    }
    return partial.stream().map(Circle::new).toList();
  }

  private List<Edge> edges(Node from, Node to) {
    return between.getOrDefault(from, Map.of()).getOrDefault(to, List.of());
  }

  private static List<Edge> longer(List<Edge> begun, Edge edge) {
    return Stream.concat(begun.stream(), Stream.of(edge)).toList();
  }

  private boolean isHarmless(Circle circle) {
    return circle.isGated() || isOfOneObject(circle) && (isConfined(circle) || isInTurn(circle));
  }

  /** Whether all locks are those of one object, whose methods take them. */
  private static boolean isOfOneObject(Circle circle) {
    String owner = circle.edges().get(0).origin().owner();
    return circle.edges().stream()
        .allMatch(edge -> edge.origin().owner().equals(owner)
            && edge.from().lock().of().isThis()
            && edge.to().lock().of().isThis());
  }

  /** Whether one and the same loop runs all of it. */
  private boolean isConfined(Circle circle) {
    String owner = circle.edges().get(0).origin().owner();
    return facts.type(owner).filter(ClassFacts::confined).isPresent();
  }

  /** Whether one and the same thread runs all of it. */
  private boolean isInTurn(Circle circle) {
    List<Optional<String>> threads =
        circle.edges().stream().map(edge -> turns.of(edge.origin())).distinct().toList();
    return threads.size() == 1 && threads.get(0).isPresent();
  }

  /** Whether a lock of {@code edge} around it is held in all of {@code others} as well. */
  static boolean isCommon(Hold gate, Set<Node> nodes, List<Edge> edges) {
    if (nodes.contains(gate.lock().node()) || gate.lock().node().kind() == Node.Kind.PERMITS) {
      return false;
    }
    List<Hold> found = new ArrayList<>();
    for (Edge edge : edges) {
      Optional<Hold> here = edge.context().stream()
          .filter(hold -> hold.lock().isSame(gate.lock()))
          .findFirst();
      if (here.isEmpty()) {
        return false;
      }
      found.add(here.get());
    }
    return found.stream().filter(Hold::read).count() <= 1;
  }
}
