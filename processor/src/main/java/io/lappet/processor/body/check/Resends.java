package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Act.Resend;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Sending;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods send what they are given, and which change the object that they are called on. */
final class Resends {
  private final Facts facts;
  private final Map<Spot, Invoke> calls = new HashMap<>();
  private final Map<String, List<Resend>> resends = new HashMap<>();

  Resends(Facts facts) {
    this.facts = facts;
    for (MethodFacts method : facts.methods()) {
      for (Act act : method.acts()) {
        if (act instanceof Invoke call) {
          calls.put(call.spot(), call);
        } else if (act instanceof Resend resend) {
          resends.computeIfAbsent(method.id(), any -> new ArrayList<>()).add(resend);
        }
      }
    }
  }

  /** Where it is sent, and by which method, if that is called there to do so. */
  String text(Sending sending) {
    String line = Words.line(sending.spot());
    Invoke call = sending.isCertain() ? null : calls.get(sending.spot());
    return call == null ? line : line + ", by " + call.name();
  }

  /** The methods that may run at the call that stands there. */
  private List<MethodFacts> targets(Spot spot) {
    Invoke call = calls.get(spot);
    return call == null ? List.of() : facts.targets(call);
  }

  /** Whether the value is certainly sent, by one method or by another that it calls. */
  boolean isSent(Sending sending) {
    return isSent(sending, new HashSet<>());
  }

  private boolean isSent(Sending sending, Set<Spot> seen) {
    if (sending.isCertain()) {
      return true;
    }
    List<MethodFacts> targets = seen.add(sending.spot()) ? targets(sending.spot()) : List.of();
    return !targets.isEmpty()
        && targets.stream().allMatch(target -> sends(target, sending, new HashSet<>(seen)));
  }

  private boolean sends(MethodFacts target, Sending given, Set<Spot> seen) {
    return resends.getOrDefault(target.id(), List.of()).stream()
        .filter(it -> it.parameter() == given.argument() && it.isAt(given.result()))
        .anyMatch(it -> isSent(it.sent(), seen));
  }

  /** Whether what is called there changes the object that it is called on. */
  boolean isChange(Spot call) {
    return targets(call).stream().anyMatch(this::changes);
  }

  private boolean changes(MethodFacts method) {
    return Walk.from(method, facts).stream()
        .anyMatch(step -> step.act() instanceof Access access
            && access.isWrite()
            && step.path().apply(access.of()).isThis());
  }
}
