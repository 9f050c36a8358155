package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Act.Wait;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What bodies do with channels, gates, permits and locks, for who draws it. */
public final class BodyGraph {
  /** What a method does with something. */
  public enum How {
    /** It sends to a channel. */
    SENDS,
    /** It receives from a channel. */
    RECEIVES,
    /** It takes a lock or a permit. */
    TAKES,
    /** It takes a lock to read. */
    READS,
    /** It waits for a gate. */
    WAITS
  }

  /** That a method, with its private helpers and its lambdas, does something. */
  public record Use(MethodFacts method, How how, Node what) {}

  /** That one lock is held while another one is taken; permits count. */
  public record Order(Node held, Node taken) {}

  private final Facts facts;
  private final Map<String, List<MethodFacts>> lambdas = new HashMap<>();

  /** Draws {@code facts}. */
  public BodyGraph(Facts facts) {
    this.facts = facts;
    for (MethodFacts method : facts.methods()) {
      method
          .enclosing()
          .ifPresent(
              id -> lambdas.computeIfAbsent(id, unused -> new ArrayList<>()).add(method));
    }
  }

  /** Which locks are held while which others are taken, several calls deep. */
  public Set<Order> orders() {
    boolean isAny = facts.methods().stream()
        .anyMatch(method -> !method.entry().equals(Entry.NONE)
            || method.acts().stream().anyMatch(Act.Take.class::isInstance));
    return (isAny ? LockEdges.of(facts, facts.methods(), LockKind::isOurs) : List.<Edge>of())
        .stream()
            .map(edge -> new Order(edge.fromNode(), edge.toNode()))
            .filter(order -> !order.held().equals(order.taken()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What the methods do, of the same object and of others that are always the same ones. */
  public Set<Use> uses() {
    Set<Use> uses = new LinkedHashSet<>();
    for (MethodFacts method : facts.methods()) {
      boolean isOwn = method.kind() == MethodFacts.Kind.METHOD && !method.is(Modifier.PRIVATE);
      if (isOwn) {
        around(method)
            .forEach(part ->
                part.acts().forEach(act -> use(method, act, resource(act)).ifPresent(uses::add)));
      }
    }
    for (Activation activation : facts.activations()) {
      facts
          .method(activation.method())
          .ifPresent(method -> Walk.from(method, facts)
              .forEach(step -> use(
                      method,
                      step.act(),
                      resource(step.act()).map(it -> it.on(step.path().apply(it.of()), it.key())))
                  .ifPresent(uses::add)));
    }
    return uses;
  }

  /** A method with what only it can run: the private ones that it calls, and their lambdas. */
  private List<MethodFacts> around(MethodFacts method) {
    List<MethodFacts> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<MethodFacts> open = new ArrayDeque<>(List.of(method));
    while (!open.isEmpty()) {
      MethodFacts at = open.remove();
      if (!seen.add(at.id())) {
        continue;
      }
      all.add(at);
      open.addAll(lambdas.getOrDefault(at.id(), List.of()));
      for (Act act : at.acts()) {
        if (act instanceof Invoke call && call.on().isThis()) {
          facts.targets(call).stream().filter(it -> it.is(Modifier.PRIVATE)).forEach(open::add);
        }
      }
    }
    return all;
  }

  private static Optional<Resource> resource(Act act) {
    if (act instanceof Act.Send send) {
      return Optional.of(send.channel());
    }
    if (act instanceof Act.Take take) {
      return Optional.of(take.taken().lock());
    }
    return act instanceof Await await ? await.what() : Optional.empty();
  }

  private static Optional<Use> use(MethodFacts method, Act act, Optional<Resource> what) {
    return what.filter(it -> isDrawn(it, method))
        .flatMap(it -> how(act).map(how -> new Use(method, how, it.node())));
  }

  /** Whether it is one thing: another object of the same class has another one of that name. */
  private static boolean isDrawn(Resource what, MethodFacts method) {
    Path of = what.of();
    boolean isKin = what.node().owner().equals(method.owner());
    return what.node().shared() || of.isThis() || of.isOfThis() && of.isKnown() && !isKin;
  }

  private static Optional<How> how(Act act) {
    if (act instanceof Act.Send) {
      return Optional.of(How.SENDS);
    }
    if (act instanceof Act.Take take) {
      Hold taken = take.taken();
      boolean isOurs = LockKind.isOurs(taken.lock().node());
      return isOurs ? Optional.of(taken.read() ? How.READS : How.TAKES) : Optional.empty();
    }
    Wait wait = act instanceof Await await ? await.kind() : Wait.OTHER;
    return switch (wait) {
      case RECEIVE -> Optional.of(How.RECEIVES);
      case PERMIT -> Optional.of(How.TAKES);
      case GATE -> Optional.of(How.WAITS);
      default -> Optional.empty();
    };
  }

  /** The calls that nobody has followed, as too many methods could run, by caller and callee. */
  public Set<String> unfollowed() {
    Set<String> calls = new LinkedHashSet<>();
    for (MethodFacts method : facts.methods()) {
      for (Act act : method.acts()) {
        if (act instanceof Invoke call && facts.isUnfollowed(call)) {
          calls.add("%s calls %s".formatted(owned(method), call.method()));
        }
      }
    }
    return calls;
  }

  private static String owned(MethodFacts method) {
    return method.owner() + "." + method.enclosing().map(id -> "lambda").orElse(method.name());
  }
}
