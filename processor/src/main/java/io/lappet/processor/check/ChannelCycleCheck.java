package io.lappet.processor.check;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.End;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Bounded channels that block do not feed each other in a circle. */
final class ChannelCycleCheck implements Check {
  /** A consumer that sends on what it receives. */
  private record Hop(End from, End to) {}

  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    Map<String, String> blocking = new LinkedHashMap<>();
    channels.stream()
        .filter(channel -> channel.shape().blocks())
        .forEach(channel -> blocking.put(channel.name(), label(channel)));
    List<Hop> hops = woven.activations().stream()
        .flatMap(activation -> hop(activation).stream())
        .filter(hop -> blocking.containsKey(hop.from.channel()))
        .filter(hop -> blocking.containsKey(hop.to.channel()))
        .toList();
    Set<String> told = new HashSet<>();
    for (String name : blocking.keySet()) {
      if (!told.contains(name)) {
        List<Hop> circle = shortestCircle(name, hops);
        circle.forEach(hop -> told.add(hop.from.channel()));
        if (!circle.isEmpty()) {
          warn(circle, blocking, report);
        }
      }
    }
  }

  private static String label(ChannelModel channel) {
    return "%s[%d]".formatted(channel.name(), channel.shape().capacity());
  }

  private static Optional<Hop> hop(ActivationModel activation) {
    return activation.from().flatMap(from -> activation.to().map(to -> new Hop(from, to)));
  }

  /** The hops of the shortest way from {@code start} back to it, breadth first; or none. */
  private static List<Hop> shortestCircle(String start, List<Hop> hops) {
    Map<String, Hop> reachedBy = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && !reachedBy.containsKey(start)) {
      String at = open.remove();
      for (Hop hop : hops) {
        if (hop.from.channel().equals(at) && reachedBy.putIfAbsent(hop.to.channel(), hop) == null) {
          open.add(hop.to.channel());
        }
      }
    }
    List<Hop> circle = new ArrayList<>();
    for (Hop hop = reachedBy.get(start); hop != null; hop = reachedBy.get(hop.from.channel())) {
      circle.add(hop);
      if (hop.from.channel().equals(start)) {
        break;
      }
    }
    Collections.reverse(circle);
    return circle;
  }

  private static void warn(List<Hop> circle, Map<String, String> labels, Report report) {
    String start = circle.get(0).from.channel();
    String chain = circle.stream()
        .map(hop -> hop.from.channel())
        .map(name -> labels.getOrDefault(name, name))
        .collect(Collectors.joining(" -> ", "", " -> " + start));
    String ways = circle.stream()
        .map(
            hop -> "%s to %s by %s".formatted(hop.from.channel(), hop.to.channel(), hop.from.who()))
        .collect(Collectors.joining("; "));
    report.add(circle.get(0).from.named(), Problem.CHANNEL_CYCLE, chain, ways);
  }
}
