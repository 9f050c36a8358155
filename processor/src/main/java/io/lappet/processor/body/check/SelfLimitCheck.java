package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.List;
import java.util.Optional;

/** Who holds a permit does not wait for another one of the same: all others may do so as well. */
final class SelfLimitCheck implements BodyCheck {
  /** Permits that are waited for. */
  private static final class Kind implements Reach.Kind<Entry.Pass> {
    @Override
    public List<Entry.Pass> onEntry(MethodFacts method) {
      return method.entry().permit().stream().toList();
    }

    @Override
    public Optional<Entry.Pass> in(MethodFacts method, Act act) {
      return act instanceof Act.Await await && await.kind() == Act.Wait.PERMIT
          ? await.what().map(what -> new Entry.Pass(what, await.timed()))
          : Optional.empty();
    }

    @Override
    public Optional<Entry.Pass> outside(Entry.Pass pass, Frame frame) {
      return Optional.of(new Entry.Pass(frame.resource(pass.what()), pass.timed()));
    }
  }

  @Override
  public void check(Facts facts, BodyReport report) {
    boolean isUsed = facts.methods().stream().anyMatch(it -> it.entry().permit().isPresent());
    if (!isUsed || !report.isOn(Problem.SELF_LIMIT)) {
      return;
    }
    Reach<Entry.Pass> reach = new Reach<>(facts, new Kind());
    for (MethodFacts method : facts.methods()) {
      method.entry().permit().ifPresent(held -> check(method, held.what(), reach, report));
    }
  }

  private static void check(
      MethodFacts method, Resource held, Reach<Entry.Pass> reach, BodyReport report) {
    for (Act act : method.acts()) {
      for (Found<Entry.Pass> found : reach.from(method, act)) {
        if (found.thing().what().isSame(held) && !found.thing().timed()) {
          tell(method, held.node(), found, report);
          return;
        }
      }
    }
  }

  private static void tell(
      MethodFacts method, Node node, Found<Entry.Pass> found, BodyReport report) {
    String calls = found
        .way()
        .calls()
        .orElse("waits for another (%s)".formatted(found.way().lastSpot().text()));
    boolean isItself = found.way().last().id().equals(method.id());
    report.add(
        Problem.SELF_LIMIT,
        found.way().spot(),
        BodyReport.suppressed(found.way().methods()),
        method.label(),
        node.name().contains("(") ? node.quoted() : "the permits " + node.quoted(),
        calls.replace("\n", " "),
        isItself
            ? "Move the part that is limited into a method that does not call %s."
                .formatted(method.label())
            : "Leave @Limit out of one of the two, or call %s after the permit is given back."
                .formatted(found.way().last().label()));
  }
}
