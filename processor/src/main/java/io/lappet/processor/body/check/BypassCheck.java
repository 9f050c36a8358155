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
        if (act instanceof Act.Invoke call && call.name().startsWith("new ")) {
          made(facts, call)
              .filter(type -> !type.modifiers().contains(Modifier.ABSTRACT))
              .ifPresent(type -> report.add(
                  Problem.BYPASS,
                  call.spot(),
                  method.suppressed(),
                  call.name(),
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

  private static Optional<ClassFacts> made(Facts facts, Act.Invoke call) {
    String type = call.method().replaceAll("\\.<init>\\(.*", "");
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
