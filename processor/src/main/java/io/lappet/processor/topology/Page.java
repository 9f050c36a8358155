package io.lappet.processor.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The topology as one page that needs nothing else: no network, no script. */
final class Page {
  private static final String STYLE = """
      :root { color-scheme: light dark; --text: #1b1b1b; --back: #ffffff; --soft: #5a5a5a;
        --line: #d5d5d5; --card: #f6f6f6; --link: #0b57d0; --bad: #b3261e; }
      @media (prefers-color-scheme: dark) { :root { --text: #e6e6e6; --back: #141414;
        --soft: #a8a8a8; --line: #3a3a3a; --card: #1e1e1e; --link: #8ab4f8; --bad: #ff8a80; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: var(--back);
        color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
      a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
      section { border: 1px solid var(--line); border-radius: .5rem; background: var(--card);
        padding: .6rem .8rem; margin: .5rem 0; }
      section:target { outline: 2px solid var(--link); }
      h3 { font-size: 1rem; margin: 0; } ul { margin: .3rem 0 0; padding-left: 1.2rem; }
      .kind { color: var(--soft); font-weight: normal; } .bad, .bad a { color: var(--bad); }
      """;

  private final Topology topology;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<Edge> circles;
  private final StringBuilder text = new StringBuilder();

  private Page(Topology topology) {
    this.topology = topology;
    this.circles = topology.circles();
    topology.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
  }

  static String of(Topology topology) {
    return new Page(topology).text();
  }

  private String text() {
    text.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Topology</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>Topology</h1>\n<p>")
        .append(summary())
        .append("</p>\n");
    if (!circles.isEmpty()) {
      text.append("<h2>Circles</h2>\n<ul class=\"bad\">\n");
      circles.forEach(edge -> text.append("<li>")
          .append(link(edge.from()))
          .append(' ')
          .append(edge.kind().words())
          .append(' ')
          .append(link(edge.to()))
          .append("</li>\n"));
      text.append("</ul>\n");
    }
    for (String owner : topology.owners()) {
      text.append("<h2>").append(escaped(owner)).append("</h2>\n");
      topology.nodesOf(owner).forEach(this::section);
    }
    if (!topology.unfollowed().isEmpty()) {
      text.append(
              "<h2>Calls that were not followed</h2>\n<p>More than three methods could run, so that")
          .append(" what they take and send is not drawn.</p>\n<ul>\n");
      topology
          .unfollowed()
          .forEach(call -> text.append("<li>").append(escaped(call)).append("</li>\n"));
      text.append("</ul>\n");
    }
    return text.append("</body>\n</html>\n").toString();
  }

  private String summary() {
    return java.util.Arrays.stream(Node.Kind.values())
        .filter(kind -> topology.count(kind) > 0)
        .map(kind -> topology.count(kind) + " " + plural(kind, topology.count(kind)))
        .collect(Collectors.joining(", "));
  }

  private static String plural(Node.Kind kind, long count) {
    boolean asItIs = count == 1 || kind == Node.Kind.PERMITS;
    return asItIs ? kind.word() : kind.word() + "s";
  }

  private void section(Node node) {
    text.append("<section id=\"").append(escaped(node.id())).append("\">\n<h3>");
    text.append(escaped(node.name()))
        .append(" <span class=\"kind\">")
        .append(node.kind().word());
    text.append(node.detail().isEmpty() ? "" : ", " + escaped(node.detail()));
    text.append("</span></h3>\n");
    List<Edge> from = topology.from(node);
    List<Edge> to = topology.to(node);
    if (!from.isEmpty() || !to.isEmpty()) {
      text.append("<ul>\n");
      from.forEach(edge -> item(edge, edge.kind().words() + " " + link(edge.to())));
      to.forEach(edge -> item(edge, link(edge.from()) + " " + edge.kind().words() + " it"));
      text.append("</ul>\n");
    }
    text.append("</section>\n");
  }

  private void item(Edge edge, String content) {
    text.append(circles.contains(edge) ? "<li class=\"bad\">" : "<li>").append(content);
    text.append("</li>\n");
  }

  private String link(String id) {
    Node node = nodes.get(id);
    if (node == null) {
      return escaped(id);
    }
    return "<a href=\"#" + escaped(id) + "\">" + escaped(node.label()) + "</a>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
