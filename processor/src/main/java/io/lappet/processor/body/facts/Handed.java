package io.lappet.processor.body.facts;

import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Act.Hand;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Act.Keep;
import io.lappet.processor.body.facts.Act.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lambdas that are given to methods of the same compilation: one whose parameter is called there, and
 * nothing else, runs at once, under the locks that are held at both places.
 */
final class Handed {
  private Handed() {}

  /** The same method, with a call of each lambda that runs at once. */
  static MethodFacts link(MethodFacts method, Map<String, MethodFacts> methods) {
    if (method.acts().stream().noneMatch(Hand.class::isInstance)) {
      return method;
    }
    List<Act> acts = new ArrayList<>();
    for (Act act : method.acts()) {
      acts.add(act);
      if (act instanceof Hand hand) {
        Optional.ofNullable(methods.get(hand.method()))
            .filter(callee -> runsNow(callee, hand.parameter()))
            .ifPresent(callee -> acts.add(call(hand, callee)));
      }
    }
    return method.withActs(List.copyOf(acts));
  }

  /** Whether what is given away runs at once, and at no other time. */
  static boolean isRun(Hand hand, Map<String, MethodFacts> methods) {
    MethodFacts callee = methods.get(hand.method());
    return callee != null && runsNow(callee, hand.parameter());
  }

  private static boolean runsNow(MethodFacts callee, int parameter) {
    boolean kept = callee.acts().stream()
        .anyMatch(act -> act instanceof Keep keep && keep.parameter() == parameter);
    return !kept && runs(callee, parameter).findAny().isPresent();
  }

  private static Stream<Run> runs(MethodFacts callee, int parameter) {
    return callee.acts().stream()
        .filter(act -> act instanceof Run run && run.parameter() == parameter)
        .map(Run.class::cast);
  }

  private static Invoke call(Hand hand, MethodFacts callee) {
    List<Hold> held = new ArrayList<>(hand.held());
    Frame frame = new Frame(callee, hand.on(), List.of(), false);
    List<Hold> common = new ArrayList<>(
        runs(callee, hand.parameter()).findFirst().map(Run::held).orElse(List.of()));
    runs(callee, hand.parameter()).forEach(run -> common.retainAll(run.held()));
    common.stream().map(frame::hold).filter(it -> !held.contains(it)).forEach(held::add);
    return new Invoke(
        hand.body(),
        "what it gives to " + callee.label(),
        hand.bodyOn(),
        List.of(),
        Dispatch.VIRTUAL,
        List.copyOf(held),
        hand.spot());
  }
}
