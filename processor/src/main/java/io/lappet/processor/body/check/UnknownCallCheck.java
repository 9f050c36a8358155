package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.Optional;

/** Who holds a lock calls nothing of which it is not known what it takes. */
final class UnknownCallCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    if (report.isOn(Problem.UNKNOWN_CALL_LOCKED)) {
      facts.methods().forEach(method -> check(method, facts, report));
    }
  }

  /** Tells one for each method. */
  private static void check(MethodFacts method, Facts facts, BodyReport report) {
    for (Act act : method.acts()) {
      Optional<Node> lock = act.held().stream()
          .map(Hold::lock)
          .filter(held -> !held.of().isFresh())
          .map(Resource::node)
          .filter(node -> node.kind() == Node.Kind.LOCK)
          .findFirst();
      if (lock.isPresent() && act instanceof Invoke call && facts.isUnfollowed(call)) {
        report.add(
            Problem.UNKNOWN_CALL_LOCKED,
            act.spot(),
            method.suppressed(),
            method.label(),
            lock.get().quoted(),
            call.name());
        return;
      }
    }
  }
}
