package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Threads.Root;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What belongs to the loop of an object is not called from a thread that certainly is not it. */
final class ConfinedCallCheck implements BodyCheck {
  /** What may be called from anywhere. */
  private static final Set<String> FREE = Set.of("equals", "hashCode", "toString", "close");

  @Override
  public void check(Facts facts, BodyReport report) {
    boolean isNeeded = report.isOn(Problem.CONFINED_CALL)
        && facts.classes().stream().anyMatch(ClassFacts::confined);
    Set<Spot> told = new HashSet<>();
    for (ClassFacts type : isNeeded ? facts.classes() : List.<ClassFacts>of()) {
      if (type.woven() || !type.activations().isEmpty()) {
        Threads.of(type, facts).forEach(root -> check(root, facts, told, report));
      }
    }
  }

  private static void check(Root root, Facts facts, Set<Spot> told, BodyReport report) {
    boolean isOnLoop = root.turn().equals(Threads.LOOP);
    for (Walk.Step step : Walk.from(root.method(), facts)) {
      if (step.act() instanceof Invoke call) {
        Path on = step.path().apply(call.on());
        Optional<MethodFacts> callee =
            facts.method(call.method()).filter(it -> isChecked(it, facts));
        boolean isOther = on.isThis() ? !isOnLoop : !on.isFresh();
        if (callee.isPresent() && isOther && told.add(call.spot())) {
          tell(callee.get(), step.in(), call, facts, report);
        }
      }
    }
  }

  /** Whether only the loop of its object may call it. */
  private static boolean isChecked(MethodFacts method, Facts facts) {
    boolean isOverridable = !method.is(Modifier.PRIVATE)
        && !method.is(Modifier.STATIC)
        && !method.is(Modifier.FINAL)
        && !method.is(Modifier.ABSTRACT);
    return method.kind() == MethodFacts.Kind.METHOD
        && isOverridable
        && !FREE.contains(method.name())
        && facts.type(method.owner()).filter(ClassFacts::confined).isPresent();
  }

  private static void tell(
      MethodFacts callee, MethodFacts caller, Invoke call, Facts facts, BodyReport report) {
    String remedy = facts.methods().stream()
        .filter(it -> it.twinOf().filter(callee.id()::equals).isPresent())
        .findFirst()
        .map(twin -> "Call its twin %s.".formatted(twin.label()))
        .orElse("Declare a twin of it, '@Async abstract .. %sAsync(..);', and call that."
            .formatted(callee.name()));
    report.add(
        Problem.CONFINED_CALL,
        call.spot(),
        BodyReport.suppressed(List.of(caller)),
        callee.label(),
        callee.ownerLabel(),
        remedy);
  }
}
