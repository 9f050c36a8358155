package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.check.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who reads under a lock does not go on to take it to write: that waits until nobody reads, and so for
 * itself.
 */
final class UpgradeCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    Set<Node> read = new HashSet<>();
    for (MethodFacts method : facts.methods()) {
      method
          .acts()
          .forEach(act -> act.held().stream()
              .filter(Hold::read)
              .forEach(hold -> read.add(hold.lock().node())));
    }
    if (read.isEmpty()) {
      return;
    }
    Reach<Hold> reach = new Reach<>(facts, new LockKind(read::contains));
    for (MethodFacts method : facts.methods()) {
      check(method, reach, report);
    }
  }

  /** Tells one for each method. */
  private static void check(MethodFacts method, Reach<Hold> reach, BodyReport report) {
    for (Act act : method.acts()) {
      List<Hold> held = act.held();
      for (Found<Hold> found :
          held.stream().anyMatch(Hold::read) ? reach.from(method, act) : List.<Found<Hold>>of()) {
        Hold taken = found.thing();
        boolean isUpgrade = !taken.read()
            && held.stream().anyMatch(it -> it.read() && it.lock().isSame(taken.lock()))
            && held.stream().noneMatch(it -> !it.read() && it.lock().isSame(taken.lock()));
        if (isUpgrade) {
          tell(method, found, report);
          return;
        }
      }
    }
  }

  private static void tell(MethodFacts method, Found<Hold> found, BodyReport report) {
    Node node = found.thing().lock().node();
    boolean isDeclared = method.entry().locks().stream()
        .anyMatch(hold -> hold.read() && hold.lock().isSame(found.thing().lock()));
    String called = found.way().last().label();
    Object[] arguments = {
      method.label(),
      node.name().isEmpty() ? "the lock of its object" : node.quoted(),
      called,
      isDeclared
          ? "Remove read = true from %s, or call %s before or after it."
              .formatted(method.label(), called)
          : "Give the read lock back before that, or take the write lock instead."
    };
    Set<String> suppressed = BodyReport.suppressed(found.way().methods());
    if (found.certain() && !found.thing().timed()) {
      report.add(Problem.LOCK_UPGRADE, method.spot(), suppressed, arguments);
    } else {
      report.doubt(Problem.LOCK_UPGRADE, method.spot(), suppressed, arguments);
    }
  }
}
