package io.lappet.processor.topology;

import java.util.Set;

/** The topology as a graph for Graphviz. */
final class Dot {
  private Dot() {}

  static String of(Topology topology) {
    StringBuilder text = new StringBuilder("digraph topology {\n  rankdir=LR;\n");
    int number = 0;
    for (String owner : topology.owners()) {
      text.append("  subgraph cluster").append(number++).append(" {\n    label=");
      text.append(quoted(owner)).append(";\n");
      for (Node node : topology.nodesOf(owner)) {
        String label = node.name()
            + "\n"
            + node.kind().word()
            + (node.detail().isEmpty() ? "" : ", " + node.detail());
        text.append("    ").append(quoted(node.id())).append(" [label=").append(quoted(label));
        text.append(", shape=").append(shape(node.kind())).append("];\n");
      }
      text.append("  }\n");
    }
    Set<Edge> circles = topology.circles();
    for (Edge edge : topology.edges()) {
      boolean in = edge.kind() == Edge.Kind.RECEIVES;
      text.append("  ").append(quoted(in ? edge.to() : edge.from())).append(" -> ");
      text.append(quoted(in ? edge.from() : edge.to()));
      text.append(" [label=").append(quoted(edge.kind().words()));
      text.append(circles.contains(edge) ? ", color=red];\n" : "];\n");
    }
    topology
        .unfollowed()
        .forEach(call -> text.append("  // not followed: ").append(call).append('\n'));
    return text.append("}\n").toString();
  }

  private static String shape(Node.Kind kind) {
    return switch (kind) {
      case CHANNEL -> "cds";
      case LOCK -> "house";
      case GATE -> "diamond";
      case PERMITS -> "diamond";
      case TIMER -> "hexagon";
      default -> "box";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
