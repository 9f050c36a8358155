package io.lappet.processor.body.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directed graph, and which of its nodes reach each other (Tarjan). */
final class Components<N> {
  private final Map<N, Set<N>> next = new LinkedHashMap<>();

  void edge(N from, N to) {
    next.computeIfAbsent(from, unused -> new LinkedHashSet<>()).add(to);
    next.computeIfAbsent(to, unused -> new LinkedHashSet<>());
  }

  /** Where the search stands at one node. */
  private final class Visit {
    private final N node;
    private final Iterator<N> rest;

    Visit(N node) {
      this.node = node;
      this.rest = next.getOrDefault(node, Set.of()).iterator();
    }
  }

  /** The groups of nodes that reach each other; a node alone only if it has an edge to itself. */
  List<Set<N>> groups() {
    List<Set<N>> groups = new ArrayList<>();
    Map<N, Integer> number = new HashMap<>();
    Map<N, Integer> low = new HashMap<>();
    Set<N> onStack = new LinkedHashSet<>();
    Deque<N> stack = new ArrayDeque<>();
    for (N start : next.keySet()) {
      if (number.containsKey(start)) {
        continue;
      }
      // Not recursive: call chains of a large program are deeper than a stack.
      Deque<Visit> visits = new ArrayDeque<>();
      enter(start, number, low, stack, onStack, visits);
      while (!visits.isEmpty()) {
        Visit at = visits.peek();
        if (at.rest.hasNext()) {
          N to = at.rest.next();
          if (!number.containsKey(to)) {
            enter(to, number, low, stack, onStack, visits);
          } else if (onStack.contains(to)) {
            low.merge(at.node, number.get(to), Math::min);
          }
        } else {
          visits.pop();
          if (!visits.isEmpty()) {
            low.merge(visits.peek().node, low.get(at.node), Math::min);
          }
          if (low.get(at.node).equals(number.get(at.node))) {
            Set<N> group = leave(at.node, stack, onStack);
            boolean isLoop = next.get(at.node).contains(at.node);
            if (group.size() > 1 || isLoop) {
              groups.add(group);
            }
          }
        }
      }
    }
    return groups;
  }

  private void enter(
      N node,
      Map<N, Integer> number,
      Map<N, Integer> low,
      Deque<N> stack,
      Collection<N> onStack,
      Deque<Visit> visits) {
    number.put(node, number.size());
    low.put(node, number.get(node));
    stack.push(node);
    onStack.add(node);
    visits.push(new Visit(node));
  }

  private static <N> Set<N> leave(N root, Deque<N> stack, Collection<N> onStack) {
    Set<N> group = new LinkedHashSet<>();
    N node;
    do {
      node = stack.pop();
      onStack.remove(node);
      group.add(node);
    } while (!node.equals(root));
    return group;
  }
}
