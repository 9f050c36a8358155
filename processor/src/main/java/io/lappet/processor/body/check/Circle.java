package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Locks that are taken in a circle, with one way for each of its edges. */
record Circle(List<Edge> edges) {
  Set<Node> nodes() {
    return edges.stream().map(Edge::fromNode).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether one more lock is held around each edge, so that only one thread is inside. */
  boolean isGated() {
    return edges.get(0).context().stream().anyMatch(hold -> Circles.isCommon(hold, nodes(), edges));
  }

  /** Whether it is certainly a circle: all locks are shared, or all belong to one object. */
  boolean isExact() {
    Set<Path> objects = edges.stream()
        .flatMap(edge -> List.of(edge.from().lock(), edge.to().lock()).stream())
        .filter(lock -> !lock.node().shared())
        .map(lock -> lock.of())
        .collect(Collectors.toSet());
    boolean isOneFrame =
        edges.stream().map(edge -> edge.origin().owner()).distinct().count() == 1;
    boolean isOneObject = objects.isEmpty()
        || objects.equals(Set.of(Path.THIS))
        || isOneFrame && objects.stream().allMatch(Path::isOfThis);
    boolean isReading =
        edges.stream().allMatch(edge -> edge.to().read() && edge.from().read());
    boolean hasPermits = nodes().stream().anyMatch(node -> node.kind() == Node.Kind.PERMITS);
    return isOneObject && !isReading && !hasPermits && edges.stream().allMatch(Edge::isExact);
  }

  /** Whether some of it can be shown in this compilation. */
  boolean isHere() {
    return edges.stream().anyMatch(edge -> edge.way().spot().isHere());
  }

  private Spot spot() {
    return edges.stream()
        .map(edge -> edge.way().spot())
        .filter(Spot::isHere)
        .findFirst()
        .orElseThrow();
  }

  /** Whether to tell it rather than {@code other}. */
  boolean isBetter(Circle other) {
    if (isExact() != other.isExact()) {
      return isExact();
    }
    return length() < other.length();
  }

  private int length() {
    return edges.stream().mapToInt(edge -> 10 + edge.way().methods().size()).sum();
  }

  void report(Problem problem, BodyReport report) {
    List<MethodFacts> involved = new ArrayList<>();
    edges.forEach(edge -> involved.addAll(edge.involved()));
    Set<String> suppressed = BodyReport.suppressed(involved);
    Object[] arguments = {chain(), ways(), remedy()};
    if (isExact()) {
      report.add(problem, spot(), suppressed, arguments);
    } else {
      report.doubt(problem, spot(), suppressed, arguments);
    }
  }

  private static boolean isNamed(Node node) {
    return node.kind() != Node.Kind.FOREIGN && !node.name().isEmpty();
  }

  private String chain() {
    Set<String> names = nodes().stream().map(Node::name).collect(Collectors.toSet());
    boolean areClear = names.size() == edges.size() && !names.contains("");
    List<String> all = new ArrayList<>();
    edges.forEach(edge -> all.add(name(edge.fromNode(), areClear)));
    all.add(all.get(0));
    return String.join(" -> ", all);
  }

  private static String name(Node node, boolean areClear) {
    boolean isOwn = node.kind() == Node.Kind.PERMITS && node.name().contains("(");
    if (isOwn) {
      return node.quoted();
    }
    return areClear ? node.name() : node.label();
  }

  private String ways() {
    StringBuilder text = new StringBuilder();
    Set<Node> told = new LinkedHashSet<>();
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      text.append("%d) %s, then %s:\n   %s%s"
          .formatted(
              i + 1,
              first(edge.fromNode(), told),
              first(edge.toNode(), told),
              edge.text().replace("\n", "\n   "),
              i + 1 < edges.size() ? "\n" : ""));
    }
    return text.toString();
  }

  private static String first(Node node, Set<Node> told) {
    return told.add(node) && node.quoted().startsWith("\"")
        ? "%s (%s)".formatted(node.quoted(), node.ownerLabel())
        : node.quoted();
  }

  private String remedy() {
    boolean canName = isExact() && nodes().stream().allMatch(Circle::isNamed);
    return canName
        ? nodes().stream()
            .map(node -> "\"%s\"".formatted(node.name()))
            .collect(Collectors.joining(
                ", ", "Take them in one order everywhere, or name both: lock = {", "}."))
            .replace("both", nodes().size() > 2 ? "all" : "both")
        : "Take them in one order everywhere.";
  }
}
