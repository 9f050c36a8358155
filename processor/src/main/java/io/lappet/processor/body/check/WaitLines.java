package io.lappet.processor.body.check;

import io.lappet.internal.text.FactsFile;
import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.check.Waiting.Reason;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What the start of a program needs to know to see waits that hold what another module needs to end
 * them. One line each, its parts separated by tabs:
 *
 * <pre>
 * wait  LOCK  WHAT  TEXT
 * end   LOCK  WHAT  TEXT
 * </pre>
 *
 * <p>Only shared locks, and shared gates and channels: all modules mean the same ones. What this
 * compilation tells by itself, and what is accepted in it, is not in them.
 */
final class WaitLines {
  private final Facts facts;
  private final BiConsumer<MethodFacts, String> lines;
  private final Set<String> endedHere = new HashSet<>();

  private WaitLines(Facts facts, BiConsumer<MethodFacts, String> lines) {
    this.facts = facts;
    this.lines = lines;
  }

  /** Gives each line with the method that it belongs to. */
  static void of(Facts facts, BiConsumer<MethodFacts, String> lines) {
    boolean isUsed = facts.allClasses().stream()
        .flatMap(type -> type.resources().stream())
        .map(ClassFacts.Accessor::node)
        .anyMatch(node -> node.shared() && isAwaited(node));
    if (isUsed) {
      WaitLines all = new WaitLines(facts, lines);
      all.ends();
      all.waits();
    }
  }

  private static boolean isAwaited(Node node) {
    return node.kind() == Node.Kind.GATE || node.kind() == Node.Kind.CHANNEL;
  }

  private void ends() {
    Callers callers = Callers.certain(facts);
    for (MethodFacts method : facts.methods()) {
      for (Act act : method.acts()) {
        ended(act)
            .ifPresent(what -> shared(callers.at(method, act)).forEach(lock -> {
              endedHere.add(StartLines.name(lock) + what);
              String text = "%s (%s), needs %s first"
                  .formatted(method.fullLabel(), act.spot().text(), lock.label());
              add(FactsFile.END, lock, what, text, method, List.of(method));
            }));
      }
    }
  }

  /** What {@code act} ends the waits for. */
  private static Optional<String> ended(Act act) {
    if (act instanceof Act.Open open) {
      return what(Reason.GATE, Optional.of(open.gate()));
    }
    if (act instanceof Act.Send send) {
      return what(Reason.RECEIVE, Optional.of(send.channel()));
    }
    return act instanceof Act.Await await && await.kind() == Act.Wait.RECEIVE
        ? what(Reason.SEND, await.what())
        : Optional.empty();
  }

  private void waits() {
    Reach<Waiting> waits = new Reach<>(facts, new Waiting.Kind());
    for (MethodFacts method : facts.methods()) {
      for (Act act : method.acts()) {
        List<Node> held = shared(act.held()).toList();
        for (Found<Waiting> found :
            held.isEmpty() ? List.<Found<Waiting>>of() : waits.from(method, act)) {
          wait(method, held, found);
        }
      }
    }
  }

  private void wait(MethodFacts method, List<Node> held, Found<Waiting> found) {
    Waiting wait = found.thing();
    if (wait.timed() || wait.isFree(facts) || !found.certain()) {
      return;
    }
    what(wait.reason(), wait.what()).ifPresent(what -> {
      for (Node lock : held) {
        if (!endedHere.contains(StartLines.name(lock) + what)) {
          String calls =
              found.way().calls().map(it -> it.replace("\n", " ") + ", which ").orElse("");
          String text = "%s holds %s and %swaits for %s (%s)"
              .formatted(
                  method.fullLabel(),
                  lock.label(),
                  calls,
                  wait.what().map(it -> it.node().quoted()).orElse("?"),
                  found.way().lastSpot().text());
          add(FactsFile.WAIT, lock, what, text, method, found.way().methods());
        }
      }
    });
  }

  /** What is waited for, if there is one of it in a fabric. */
  private static Optional<String> what(Reason reason, Optional<Resource> resource) {
    Optional<String> name = resource
        .filter(it -> it.node().shared() && !it.isOfSomeFabric())
        .map(it -> StartLines.name(it.node()));
    return switch (reason) {
      case GATE -> name.map("gate "::concat);
      case SEND -> name.map("room in channel "::concat);
      case RECEIVE -> name.map("a message from channel "::concat);
      default -> Optional.empty();
    };
  }

  private static Stream<Node> shared(Collection<Hold> held) {
    return held.stream()
        .filter(hold -> !hold.read() && !hold.timed())
        .map(Hold::lock)
        .filter(lock -> lock.node().kind() == Node.Kind.LOCK)
        .filter(lock -> lock.isExact() && lock.node().shared() && !lock.isOfSomeFabric())
        .map(Resource::node)
        .distinct();
  }

  private void add(
      String kind,
      Node lock,
      String what,
      String text,
      MethodFacts method,
      Collection<MethodFacts> involved) {
    Set<String> accepted = BodyReport.suppressed(involved);
    boolean isAccepted = accepted.contains(Problem.WAIT_DEADLOCK.key())
        || accepted.contains(Problem.WAIT_HOLDING.key());
    if (!isAccepted) {
      lines.accept(method, String.join("\t", kind, StartLines.name(lock), what, text));
    }
  }
}
