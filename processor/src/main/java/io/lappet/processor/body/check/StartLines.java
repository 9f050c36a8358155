package io.lappet.processor.body.check;

import io.lappet.internal.text.FactsFile;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the start of a program needs to know to see circles of locks that no compilation sees: which lock
 * is certainly taken while another one is held. One line each, its parts separated by tabs:
 *
 * <pre>
 * order  HELD  TAKEN  read|write  GATES  TEXT
 * </pre>
 *
 * <p>A lock is {@code Class#name}, with {@code *} in front if there is one in a fabric. {@code read} says
 * that both are only read. Gates are the locks that are held around both, separated by spaces. The text
 * is what messages say of it. What follows is said in {@link WaitLines}.
 */
public final class StartLines {
  private StartLines() {}

  /** The lines of the classes that are compiled, by the name of the class. */
  public static Map<String, List<String>> of(Facts facts) {
    Map<String, Set<String>> lines = new LinkedHashMap<>();
    for (Edge edge : LockEdges.of(facts, facts.methods(), StartLines::isLock)) {
      boolean isOther = !edge.fromNode().equals(edge.toNode());
      boolean hasKey =
          edge.from().lock().key().isPresent() || edge.to().lock().key().isPresent();
      if (isOther && !hasKey && edge.certain() && !edge.to().timed()) {
        lines
            .computeIfAbsent(edge.origin().owner(), any -> new LinkedHashSet<>())
            .add(line(edge));
      }
    }
    WaitLines.of(
        facts,
        (method, line) ->
            lines.computeIfAbsent(method.owner(), any -> new LinkedHashSet<>()).add(line));
    Map<String, List<String>> all = new LinkedHashMap<>();
    lines.forEach((owner, some) -> all.put(owner, List.copyOf(some)));
    return all;
  }

  private static boolean isLock(Node node) {
    return node.kind() == Node.Kind.LOCK;
  }

  private static String line(Edge edge) {
    boolean isReading = edge.from().read() && edge.to().read();
    String text = edge.text().replace("\n", "\\n");
    return String.join(
        "\t",
        List.of(
            FactsFile.ORDER,
            name(edge.fromNode()),
            name(edge.toNode()),
            isReading ? "read" : "write",
            gates(edge),
            text));
  }

  private static String gates(Edge edge) {
    List<String> gates = new ArrayList<>();
    for (Hold hold : edge.context()) {
      Node node = hold.lock().node();
      boolean isOuter = !node.equals(edge.fromNode()) && !node.equals(edge.toNode());
      if (isOuter && isLock(node) && hold.lock().isExact() && !hold.read()) {
        gates.add(name(node));
      }
    }
    return gates.stream().distinct().sorted().collect(Collectors.joining(" "));
  }

  /** How lines call it. */
  static String name(Node node) {
    return (node.shared() ? "*" : "") + node.owner() + "#" + node.name();
  }
}
