package io.lappet.processor.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The topology as a flow chart for Mermaid. */
final class Mermaid {
  private final StringBuilder text = new StringBuilder("flowchart LR\n");
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Topology topology;

  private Mermaid(Topology topology) {
    this.topology = topology;
  }

  static String of(Topology topology) {
    return new Mermaid(topology).text();
  }

  private String text() {
    for (String owner : topology.owners()) {
      text.append("  subgraph s").append(ids.size()).append("[\"").append(escaped(owner));
      text.append("\"]\n");
      topology.nodesOf(owner).forEach(this::draw);
      text.append("  end\n");
    }
    Set<Edge> circles = topology.circles();
    StringBuilder red = new StringBuilder();
    int number = 0;
    for (Edge edge : topology.edges()) {
      boolean in = edge.kind() == Edge.Kind.RECEIVES;
      String from = id(in ? edge.to() : edge.from());
      String to = id(in ? edge.from() : edge.to());
      String label =
          in || edge.kind() == Edge.Kind.SENDS ? "" : "|" + edge.kind().words() + "|";
      text.append("  ").append(from).append(" -->").append(label).append(' ').append(to);
      text.append('\n');
      if (circles.contains(edge)) {
        red.append("  linkStyle ").append(number).append(" stroke:red\n");
      }
      number++;
    }
    text.append(red);
    topology
        .unfollowed()
        .forEach(call -> text.append("  %% not followed: ").append(call).append('\n'));
    return text.toString();
  }

  private void draw(Node node) {
    String label = escaped(node.name())
        + "<br/>"
        + node.kind().word()
        + (node.detail().isEmpty() ? "" : ", " + escaped(node.detail()));
    text.append("    ").append(id(node.id()));
    text.append(
        switch (node.kind()) {
          case CHANNEL -> "([\"" + label + "\"])";
          case LOCK -> "[/\"" + label + "\"/]";
          case GATE, PERMITS -> "{\"" + label + "\"}";
          case TIMER -> "{{\"" + label + "\"}}";
          default -> "[\"" + label + "\"]";
        });
    text.append('\n');
  }

  /** A name for {@code full}; what was not drawn is drawn where it is first met. */
  private String id(String full) {
    String known = ids.get(full);
    if (known != null) {
      return known;
    }
    String id = "n" + ids.size();
    ids.put(full, id);
    if (!topology.has(full)) {
      text.append("  ").append(id).append("[\"").append(escaped(full)).append("\"]\n");
    }
    return id;
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (Character.isLetterOrDigit(c) || " .,-_$()!".indexOf(c) >= 0) {
        escaped.appendCodePoint(c);
      } else {
        escaped.append('#').append(c).append(';');
      }
    });
    return escaped.toString();
  }
}
