package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.check.Problem;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Objects of a class that has a woven one are made of the woven one. */
final class BypassCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    for (MethodFacts method : facts.methods()) {
      for (Act act : method.acts()) {
        Optional<String> constructor = constructor(act);
        if (constructor.isPresent()) {
          made(facts, constructor.get())
              .filter(type -> !type.modifiers().contains(Modifier.ABSTRACT))
              .ifPresent(type -> report.add(
                  Problem.BYPASS,
                  act.spot(),
                  method.suppressed(),
                  "new " + type.label() + "()",
                  loss(type),
                  "new " + generated(type) + "(..)",
                  "The class that is generated does what the annotations say."));
        }
      }
    }
    if (!facts.isTested()) {
      facts.classes().forEach(type -> check(facts, type, report));
    }
  }

  /** The constructor that {@code act} calls to make an object, or gives away. */
  private static Optional<String> constructor(Act act) {
    if (act instanceof Act.Invoke call
        && call.name().startsWith("new ")
        && call.on().isFresh()) {
      return Optional.of(call.method());
    }
    return act instanceof Act.Hand hand
        ? Optional.of(hand.body()).filter(id -> id.contains(".<init>("))
        : Optional.empty();
  }

  private static Optional<ClassFacts> made(Facts facts, String constructor) {
    String type = constructor.replaceAll("\\.<init>\\(.*", "");
    return facts.type(type).filter(ClassFacts::woven).filter(it -> !it.isInterface());
  }

  /** A subclass by hand, where that is no stand-in of a test. */
  private static void check(Facts facts, ClassFacts type, BodyReport report) {
    boolean isConcrete = !type.isInterface()
        && !type.modifiers().contains(Modifier.ABSTRACT)
        && !type.woven()
        && !type.supertypes().isEmpty();
    if (isConcrete) {
      facts
          .type(type.supertypes().get(0))
          .filter(above -> above.woven() && !above.isInterface())
          .ifPresent(
              above -> report.add(
                  Problem.BYPASS,
                  type.spot(),
                  type.suppressed(),
                  "A subclass of %s that is written by hand".formatted(above.label()),
                  loss(above),
                  generated(above),
                  "Extend the class that is generated, or make the subclass abstract and annotate it."));
    }
  }

  private static String loss(ClassFacts type) {
    return type.activations().isEmpty()
        ? "locks and waits nobody keeps"
        : "%s nobody starts"
            .formatted(
                switch (type.activations().get(0).kind()) {
                  case DAEMON -> "daemons";
                  case PRODUCER -> "producers";
                  case CONSUMER -> "consumers";
                  case TIMER -> "timers";
                });
  }

  private static String generated(ClassFacts type) {
    return "Woven" + type.label().replace('.', '_');
  }
}
