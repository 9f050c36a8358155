package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Block;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.MethodFacts.Kind;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.check.Problem;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A virtual thread does not wait where the thread that carries it has to stay: in the initialiser of a
 * class, and on some releases in a monitor.
 */
final class PinningCheck implements BodyCheck {
  /** The first release with virtual threads, and the last one on which monitors hold them. */
  private static final int FIRST = 21;

  private static final int LAST = 23;

  /** Waits that a virtual thread leaves its carrier for; for files it never does. */
  private static final Set<String> LEAVING =
      Set.of("waits for the network", "waits for a process", "asks a database");

  /**
   * A method that is reached.
   *
   * @param pin why the carrier has to stay, as messages say it; empty if it need not
   */
  private record Stop(Route route, Optional<String> pin) {}

  private record State(String method, boolean isPinned) {}

  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.PINNING)) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (MethodFacts method : facts.methods()) {
      if (method.kind() == Kind.STATIC_INITIALISER) {
        String pin = "while class %s is initialised".formatted(method.ownerLabel());
        follow(new Stop(Route.to(method), Optional.of(pin)), told, facts, report);
      }
    }
    if (facts.release() >= FIRST && facts.release() <= LAST) {
      for (MethodFacts method : virtual(facts)) {
        follow(new Stop(Route.to(method), Optional.empty()), told, facts, report);
      }
    }
  }

  /** The methods and lambdas with which virtual threads begin. */
  private static Collection<MethodFacts> virtual(Facts facts) {
    Set<String> begins = new LinkedHashSet<>();
    facts.activations().stream()
        .filter(Activation::virtual)
        .map(Activation::method)
        .forEach(begins::add);
    for (MethodFacts method : facts.methods()) {
      method
          .twin()
          .filter(twin -> twin.lane().isEmpty())
          .ifPresent(twin -> begins.add(twin.target()));
      for (Act act : method.acts()) {
        if (act instanceof Act.Start start && start.lane().isEmpty()) {
          begins.add(start.body());
        }
      }
    }
    return begins.stream()
        .flatMap(id -> facts.method(id).stream())
        .filter(method -> method.twin().isEmpty())
        .toList();
  }

  private static void follow(Stop begin, Set<String> told, Facts facts, BodyReport report) {
    Deque<Stop> open = new ArrayDeque<>(List.of(begin));
    Set<State> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Stop at = open.remove();
      MethodFacts method = at.route().method();
      if (!seen.add(new State(method.id(), at.pin().isPresent()))) {
        continue;
      }
      for (Act act : method.acts()) {
        Optional<String> pin = at.pin().or(() -> monitor(act));
        if (pin.isPresent()) {
          wait(act, facts).ifPresent(wait -> tell(at.route(), act, wait, pin.get(), told, report));
        }
        if (act instanceof Invoke call) {
          facts
              .targets(call)
              .forEach(callee -> open.add(new Stop(at.route().to(callee, call), pin)));
        }
      }
    }
  }

  private static Optional<String> monitor(Act act) {
    return act.held().stream()
        .map(hold -> hold.lock().node())
        .filter(node -> node.kind() == Node.Kind.FOREIGN && node.name().equals("monitor"))
        .findFirst()
        .map(node -> "while it holds " + node.quoted());
  }

  private static Optional<String> wait(Act act, Facts facts) {
    if (act instanceof Await await) {
      return Waiting.verb(await, facts);
    }
    if (act instanceof Block block) {
      return Optional.of(block.verb()).filter(LEAVING::contains);
    }
    return act instanceof Invoke call
        ? facts.targets(call).stream()
            .flatMap(callee -> BlockingCheck.entry(callee.entry()).stream())
            .findFirst()
        : Optional.empty();
  }

  private static void tell(
      Route route, Act act, String wait, String pin, Set<String> told, BodyReport report) {
    if (!told.add(act.spot().text())) {
      return;
    }
    boolean isInitialiser = route.methods().get(0).kind() == Kind.STATIC_INITIALISER;
    String way = route.from() == null ? route.text() : route.text() + ", which";
    report.add(
        Problem.PINNING,
        act.spot(),
        BodyReport.suppressed(route.methods()),
        "%s %s (%s) %s".formatted(way, wait, Words.line(act.spot()), pin),
        isInitialiser
            ? "Do that in a method, when it is first asked for."
            : "Use @Synchronized in place of synchronized, or wait after leaving it;"
                + " from release 24 on it does not matter.");
  }
}
