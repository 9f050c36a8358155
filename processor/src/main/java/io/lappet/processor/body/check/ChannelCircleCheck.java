package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Wait;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bounded channels that block do not feed each other in a circle, by way of what consumers send in
 * their bodies, or of several classes. What one class declares by itself is told without bodies.
 */
final class ChannelCircleCheck implements BodyCheck {
  /**
   * That a consumer of one channel sends to another.
   *
   * @param way how its body comes to that; null if it is declared
   */
  private record Hop(
      Node from, Node to, MethodFacts consumer, @Nullable Way way) {
    List<MethodFacts> involved() {
      return way == null ? List.of(consumer) : way.methods();
    }

    Spot spot() {
      return way == null ? consumer.spot() : way.spot();
    }

    String text() {
      String sends = way == null ? "" : " (%s)".formatted(way.lastSpot().text());
      return "%s to %s by consumer %s%s"
          .formatted(from.name(), to.name(), consumer.fullLabel(), sends);
    }
  }

  /** Channels into which somebody sends who may have to wait. */
  private static final class Kind implements Reach.Kind<Resource> {
    private final Facts facts;

    Kind(Facts facts) {
      this.facts = facts;
    }

    @Override
    public List<Resource> onEntry(MethodFacts method) {
      return List.of();
    }

    @Override
    public Optional<Resource> in(MethodFacts method, Act act) {
      return act instanceof Await await && await.kind() == Wait.SEND && !await.timed()
          ? await.what().filter(channel -> isBlocking(channel.node(), facts))
          : Optional.empty();
    }

    @Override
    public Optional<Resource> outside(Resource channel, Frame frame) {
      Resource outside = frame.resource(channel);
      return outside.of().isFresh() ? Optional.empty() : Optional.of(outside);
    }
  }

  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.CHANNEL_CYCLE)) {
      return;
    }
    List<Hop> hops = hops(facts);
    Components<Node> graph = graph(hops);
    List<Set<Node>> groups = graph.groups();
    Set<Node> told = groups.isEmpty() ? Set.of() : told(facts, hops);
    for (Set<Node> group : groups) {
      if (Collections.disjoint(group, told)) {
        List<Hop> inside = hops.stream()
            .filter(hop -> group.contains(hop.from()) && group.contains(hop.to()))
            .toList();
        tell(shortest(inside), facts, report);
      }
    }
  }

  private static Components<Node> graph(Collection<Hop> hops) {
    Components<Node> graph = new Components<>();
    hops.forEach(hop -> graph.edge(hop.from(), hop.to()));
    return graph;
  }

  private static boolean isBlocking(Node channel, Facts facts) {
    return facts.channel(channel).filter(ChannelFacts::blocks).isPresent();
  }

  private static List<Hop> hops(Facts facts) {
    List<Activation> consumers = facts.activations().stream()
        .filter(it -> it.from().filter(from -> isBlocking(from.node(), facts)).isPresent())
        .toList();
    List<Hop> hops = new ArrayList<>();
    if (consumers.isEmpty()) {
      return hops;
    }
    Reach<Resource> sends = new Reach<>(facts, new Kind(facts));
    for (Activation consumer : consumers) {
      Optional<MethodFacts> method = facts.method(consumer.method());
      Optional<Node> from = consumer.from().map(Resource::node);
      if (method.isPresent() && from.isPresent()) {
        consumer
            .to()
            .map(Resource::node)
            .filter(to -> isBlocking(to, facts))
            .ifPresent(to -> hops.add(new Hop(from.get(), to, method.get(), null)));
        for (Act act : method.get().acts()) {
          for (Found<Resource> sent : sends.from(method.get(), act)) {
            Resource to = sent.thing();
            boolean isSame = to.node().shared() || to.of().isThis();
            if (isSame && sent.certain()) {
              hops.add(new Hop(from.get(), to.node(), method.get(), sent.way()));
            }
          }
        }
      }
    }
    return hops;
  }

  /** The channels of circles that one class declares. */
  private static Set<Node> told(Facts facts, List<Hop> hops) {
    Set<Node> told = new HashSet<>();
    for (ClassFacts type : facts.allClasses()) {
      if (!type.activations().isEmpty()) {
        Set<String> owners =
            Threads.lineage(type, facts).stream().map(ClassFacts::name).collect(Collectors.toSet());
        List<Hop> declared = hops.stream()
            .filter(hop -> hop.way() == null && owners.contains(hop.consumer().owner()))
            .toList();
        graph(declared).groups().forEach(told::addAll);
      }
    }
    return told;
  }

  /** The hops of a shortest circle. */
  private static List<Hop> shortest(List<Hop> hops) {
    List<Hop> shortest = List.of();
    for (Hop first : hops) {
      List<Hop> circle = back(first, hops);
      boolean isShorter = shortest.isEmpty() || circle.size() < shortest.size();
      shortest = isShorter && !circle.isEmpty() ? circle : shortest;
    }
    return shortest;
  }

  /** The shortest circle that begins with {@code first}; all hops lie on one. */
  private static List<Hop> back(Hop first, List<Hop> hops) {
    Map<Node, Hop> by = new HashMap<>();
    by.put(first.to(), first);
    Deque<Node> open = new ArrayDeque<>(List.of(first.to()));
    while (!open.isEmpty() && !by.containsKey(first.from())) {
      Node at = open.remove();
      for (Hop hop : hops) {
        if (hop.from().equals(at) && by.putIfAbsent(hop.to(), hop) == null) {
          open.add(hop.to());
        }
      }
    }
    List<Hop> circle = new ArrayList<>();
    for (Hop hop = by.get(first.from()); hop != null; hop = by.get(hop.from())) {
      circle.add(hop);
      if (hop.equals(first)) {
        break;
      }
    }
    Collections.reverse(circle);
    return circle;
  }

  private static void tell(List<Hop> circle, Facts facts, BodyReport report) {
    Hop first = circle.get(0);
    // Where a body sends is what to look at first.
    Optional<Spot> sent =
        circle.stream().filter(hop -> hop.way() != null).map(Hop::spot).findFirst();
    Spot spot = Stream.concat(sent.stream(), circle.stream().map(Hop::spot))
        .filter(Spot::isHere)
        .findFirst()
        .orElseGet(first::spot);
    String chain = circle.stream()
        .map(hop -> label(hop.from(), facts))
        .collect(Collectors.joining(" -> ", "", " -> " + first.from().name()));
    List<MethodFacts> involved =
        circle.stream().flatMap(hop -> hop.involved().stream()).toList();
    report.add(
        Problem.CHANNEL_CYCLE,
        spot,
        BodyReport.suppressed(involved),
        chain,
        circle.stream().map(Hop::text).collect(Collectors.joining("; ")));
  }

  private static String label(Node channel, Facts facts) {
    return facts
        .channel(channel)
        .map(known -> "%s[%d]".formatted(channel.name(), known.capacity()))
        .orElse(channel.name());
  }
}
