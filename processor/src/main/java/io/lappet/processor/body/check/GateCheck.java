package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Give;
import io.lappet.processor.body.facts.Act.Open;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.check.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A gate that somebody waits for is opened somewhere, or somebody else has it. */
final class GateCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    Set<Node> opened = new HashSet<>();
    Map<Node, MethodFacts> awaited = new HashMap<>();
    for (MethodFacts method : facts.methods()) {
      method.entry().gate().ifPresent(gate -> awaited.putIfAbsent(gate.what().node(), method));
      for (Act act : method.acts()) {
        if (act instanceof Open open) {
          opened.add(open.gate().node());
        } else if (act instanceof Give give) {
          opened.add(give.what().node());
        } else if (act instanceof Await await) {
          await.what().ifPresent(what -> awaited.putIfAbsent(what.node(), method));
        }
      }
    }
    for (ClassFacts type : facts.classes()) {
      for (ClassFacts.Accessor gate : type.resources()) {
        MethodFacts waiter = awaited.get(gate.node());
        boolean isGate = gate.node().kind() == Node.Kind.GATE && !gate.exported();
        if (isGate && waiter != null && !opened.contains(gate.node())) {
          Set<String> suppressed = new HashSet<>(waiter.suppressed());
          suppressed.addAll(type.suppressed());
          facts.method(gate.method()).ifPresent(it -> suppressed.addAll(it.suppressed()));
          report.add(
              Problem.GATE_NEVER_OPENED,
              gate.spot(),
              suppressed,
              gate.node().name(),
              waiter.label(),
              gate.node().name());
        }
      }
    }
  }
}
