package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The same lock of two objects, one taken while the other is held: as in a transfer. */
final class Pairs {
  private Pairs() {}

  static void report(List<Edge> edges, BodyReport report) {
    Set<Node> told = new HashSet<>();
    Set<List<Object>> ways = new HashSet<>();
    edges.forEach(edge ->
        ways.add(List.of(edge.origin().id(), edge.from().lock(), edge.to().lock())));
    for (Edge edge : edges) {
      // Who takes them in both orders in one method chooses between the two.
      boolean isChosen = ways.contains(
          List.of(edge.origin().id(), edge.to().lock(), edge.from().lock()));
      Resource from = edge.from().lock();
      Resource to = edge.to().lock();
      boolean isPair = from.node().equals(to.node())
          && from.node().kind() == Node.Kind.LOCK
          && !from.node().shared()
          && !isDownwards(from, to)
          && !isOrdered(edge)
          && !isChosen
          && (from.of().isKnown() || to.of().isKnown());
      Set<String> suppressed = BodyReport.suppressed(edge.involved());
      if (isPair && !suppressed.contains(Problem.LOCK_PAIR.key()) && told.add(from.node())) {
        report(edge, suppressed, report);
      }
    }
  }

  /** Whether it is a part of the object that is held: that is older, so that nothing leads back. */
  private static boolean isDownwards(Resource from, Resource to) {
    return from.key().isEmpty()
        && to.key().isEmpty()
        && to.of().isOfThis()
        && from.of().isOfThis()
        && to.of().fields().size() > from.of().fields().size()
        && to.of()
            .fields()
            .subList(0, from.of().fields().size())
            .equals(from.of().fields());
  }

  /** Whether another lock, which both ways need, is held around. */
  private static boolean isOrdered(Edge edge) {
    return edge.context().stream()
        .filter(hold -> !hold.read())
        .map(Hold::lock)
        .anyMatch(lock -> lock.node().shared() && !lock.node().equals(edge.fromNode()));
  }

  private static void report(Edge edge, Set<String> suppressed, BodyReport report) {
    Resource from = edge.from().lock();
    Resource to = edge.to().lock();
    Node node = from.node();
    String name = node.name();
    boolean isThis = from.of().isThis();
    String holds;
    if (name.isEmpty()) {
      holds = isThis ? "the lock of this " + node.ownerLabel() : "the lock of " + object(from.of());
    } else if (isThis) {
      String owner = lower(node.ownerLabel());
      holds = "this %s \"%s\"".formatted(owner + (owner.endsWith("s") ? "'" : "'s"), name);
    } else {
      holds = "\"%s\" of %s".formatted(name, object(from.of()));
    }
    boolean isKeyed = to.key().isPresent();
    String other = isKeyed ? "another key" : object(to.of());
    boolean canName = isThis
        && to.of().root() == Path.Root.VARIABLE
        && to.of().parameter() >= 0
        && to.of().variable().equals(edge.origin().id());
    String path = to.of().text();
    String remedy;
    if (isKeyed) {
      remedy = "Take the keys in one order, or one lock for all of them.";
    } else if (canName && !name.isEmpty()) {
      remedy = ("Write @Synchronized(lock = {\"%s\", \"%s.%s\"}): both are then taken in one global"
              + " order.")
          .formatted(name, path, name);
    } else if (canName) {
      remedy = ("Give the lock a name and write @Synchronized(lock = {\"name\", \"%s.name\"}): both"
              + " are then taken in one global order.")
          .formatted(path);
    } else {
      String both = name.isEmpty() ? "name" : name;
      remedy = ("Take both at once, in a method with a parameter 'other':"
              + " @Synchronized(lock = {\"%s\", \"other.%s\"}) orders them.")
          .formatted(both, both);
    }
    String calls = edge.way().next() == null
        ? ""
        : "%s %s, which takes it.\n"
            .formatted(edge.origin().fullLabel(), edge.way().calls().orElse(""));
    report.add(
        Problem.LOCK_PAIR,
        edge.way().spot(),
        suppressed,
        edge.origin().label(),
        holds,
        other,
        calls,
        remedy);
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  private static String object(Path path) {
    return path.isKnown() ? "\"%s\"".formatted(path.text()) : "another object";
  }
}
