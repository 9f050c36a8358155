package io.lappet.processor.topology;

import io.lappet.processor.topology.Node.Kind;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes and edges of all classes of a module, in an order that the sources alone decide. */
public final class Topology {
  private final Set<Node> nodes = new TreeSet<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<Edge> edges = new TreeSet<>();
  private final Set<String> unfollowed = new TreeSet<>();

  /** Makes one without anything. */
  public Topology() {}

  void add(Node node) {
    nodes.add(node);
    ids.add(node.id());
  }

  void add(Edge edge) {
    edges.add(edge);
  }

  /** Says that nobody looked where a call leads. */
  void addUnfollowed(String call) {
    unfollowed.add(call);
  }

  /** The calls of which nobody looked where they lead, so that edges may be missing. */
  Collection<String> unfollowed() {
    return unfollowed;
  }

  /** Whether there is a node of that id. */
  boolean has(String id) {
    return ids.contains(id);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  Collection<Node> nodes() {
    return nodes;
  }

  Collection<Edge> edges() {
    return edges;
  }

  /** The classes with their nodes, in order. */
  List<String> owners() {
    return nodes.stream().map(Node::owner).distinct().toList();
  }

  List<Node> nodesOf(String owner) {
    return nodes.stream().filter(node -> node.owner().equals(owner)).toList();
  }

  List<Edge> from(Node node) {
    return edges.stream().filter(edge -> edge.from().equals(node.id())).toList();
  }

  List<Edge> to(Node node) {
    return edges.stream().filter(edge -> edge.to().equals(node.id())).toList();
  }

  /** The edges that are part of a circle: of channels that feed each other, or of locks. */
  Set<Edge> circles() {
    return edges.stream()
        .filter(edge -> flow(edge).anyMatch(next -> reaches(next, previous(edge))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Messages and locks go on from one end of an edge to the other; other edges lead nowhere. */
  private static Stream<String> flow(Edge edge) {
    return switch (edge.kind()) {
      case SENDS, BURIES, THEN -> Stream.of(edge.to());
      case RECEIVES -> Stream.of(edge.from());
      default -> Stream.empty();
    };
  }

  private static String previous(Edge edge) {
    return edge.kind() == Edge.Kind.RECEIVES ? edge.to() : edge.from();
  }

  private boolean reaches(String start, String end) {
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String at = open.remove();
      if (at.equals(end)) {
        return true;
      }
      edges.stream()
          .filter(edge -> previous(edge).equals(at))
          .flatMap(Topology::flow)
          .filter(seen::add)
          .forEach(open::add);
    }
    return false;
  }

  /** The list that teams keep: a line for each node and each edge. */
  List<String> lines() {
    return Stream.concat(nodes.stream().map(Node::line), edges.stream().map(Edge::line))
        .sorted()
        .toList();
  }

  /** How many nodes of this kind there are. */
  long count(Kind kind) {
    return nodes.stream().filter(node -> node.kind() == kind).count();
  }
}
