package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Lanes.Task;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Open;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The only thread of a lane does not wait for a gate that only tasks of this lane open: none of them
 * can run meanwhile.
 */
final class LaneGateCheck implements BodyCheck {
  private record Opener(MethodFacts method, Open open) {}

  private record Waiter(MethodFacts method, Resource gate, Spot spot) {}

  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.LANE_GATE)) {
      return;
    }
    List<Task> tasks = new Lanes(facts)
        .tasks().stream().filter(task -> Lanes.isSerial(task.lane(), facts)).toList();
    if (tasks.isEmpty()) {
      return;
    }
    Gates gates = new Gates(facts);
    Set<Spot> told = new HashSet<>();
    for (Task task : tasks) {
      List<Walk.Step> steps = Walk.from(task.method(), facts);
      waiters(task, steps).stream()
          .filter(waiter -> gates.areOpenedOnlyBy(task, waiter.gate(), steps))
          .findFirst()
          .filter(waiter -> told.add(waiter.spot()))
          .ifPresent(waiter -> tell(task, waiter, gates, report));
    }
  }

  /** Where a task waits for a gate of its own object, or for one that there is one of. */
  private static Set<Waiter> waiters(Task task, List<Walk.Step> steps) {
    Set<Waiter> all = new LinkedHashSet<>();
    addEntry(task.method(), path -> path, all);
    for (Walk.Step step : steps) {
      addEntry(step.in(), step.path(), all);
      if (step.act() instanceof Await await && await.kind() == Act.Wait.GATE && !await.timed()) {
        await.what().ifPresent(gate -> add(step.in(), gate, step.path(), await.spot(), all));
      }
    }
    return all;
  }

  private static void addEntry(MethodFacts method, UnaryOperator<Path> path, Set<Waiter> all) {
    method
        .entry()
        .gate()
        .filter(pass -> !pass.timed())
        .map(Entry.Pass::what)
        .ifPresent(gate -> add(method, gate, path, method.spot(), all));
  }

  private static void add(
      MethodFacts method, Resource gate, UnaryOperator<Path> path, Spot spot, Set<Waiter> all) {
    if (gate.node().shared() ? !gate.isOfSomeFabric() : path.apply(gate.of()).isThis()) {
      all.add(new Waiter(method, gate, spot));
    }
  }

  /** Who opens which gates. */
  private static final class Gates {
    private final Turns turns;
    private final Map<Node, List<Opener>> openers = new HashMap<>();
    /** Those that others may open, whom nobody has seen. */
    private final Set<Node> open;

    Gates(Facts facts) {
      this.turns = new Turns(facts);
      this.open = facts.exported();
      for (MethodFacts method : facts.allMethods()) {
        for (Act act : method.acts()) {
          if (act instanceof Open it) {
            openers
                .computeIfAbsent(it.gate().node(), at -> new ArrayList<>())
                .add(new Opener(method, it));
          } else if (act instanceof Act.Give give) {
            open.add(give.what().node());
          }
        }
      }
    }

    List<Opener> of(Resource gate) {
      return openers.getOrDefault(gate.node(), List.of());
    }

    /** Whether only tasks of that lane open {@code gate}, and {@code task} itself does not. */
    boolean areOpenedOnlyBy(Task task, Resource gate, List<Walk.Step> steps) {
      boolean isShared = gate.node().shared();
      boolean isByItself = steps.stream()
          .anyMatch(step -> step.act() instanceof Open it && it.gate().node().equals(gate.node()));
      return !isByItself
          && !open.contains(gate.node())
          && !of(gate).isEmpty()
          && (!isShared || task.lane().node().shared())
          && of(gate).stream()
              .allMatch(opener -> (isShared || opener.open().gate().of().isThis())
                  && turns.isOn(opener.method(), task.lane()));
    }
  }

  private static void tell(Task task, Waiter waiter, Gates gates, BodyReport report) {
    List<MethodFacts> involved = new ArrayList<>(List.of(task.method(), waiter.method()));
    List<String> opens = new ArrayList<>();
    for (Opener opener : gates.of(waiter.gate())) {
      involved.add(opener.method());
      opens.add("opens: %s (%s)"
          .formatted(opener.method().fullLabel(), opener.open().spot().text()));
    }
    report.add(
        Problem.LANE_GATE,
        waiter.spot(),
        BodyReport.suppressed(involved),
        waiter.method().label(),
        waiter.gate().node().quoted(),
        task.lane().node().quoted(),
        String.join("\n", opens));
  }
}
