package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.ClassFacts.Accessor;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.check.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Handles and twins are not there before the constructor of the user's class has ended. */
final class ConstructorUseCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    Set<String> accessors = facts.classes().stream()
        .filter(type -> !type.isInterface())
        .flatMap(type -> type.resources().stream())
        .map(Accessor::method)
        .collect(Collectors.toSet());
    for (MethodFacts method : facts.methods()) {
      if (method.isConstruction()) {
        find(facts, method, accessors, new HashSet<>())
            .ifPresent(way -> tell(facts, method, way, report));
      }
    }
  }

  /** The first use that {@code method} certainly comes to, by calls on the same object. */
  private static Optional<Way> find(
      Facts facts, MethodFacts method, Set<String> accessors, Set<String> seen) {
    if (!seen.add(method.id())) {
      return Optional.empty();
    }
    for (Act act : method.acts()) {
      if (isUse(facts, act, accessors)) {
        return Optional.of(new Way(method, act, null));
      }
      if (act instanceof Act.Invoke call && call.on().isThis()) {
        List<MethodFacts> targets = facts.targets(call);
        Optional<Way> way = targets.size() == 1 && !targets.get(0).isConstruction()
            ? find(facts, targets.get(0), accessors, seen)
            : Optional.empty();
        if (way.isPresent()) {
          return way.map(rest -> new Way(method, act, rest));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUse(Facts facts, Act act, Set<String> accessors) {
    if (act instanceof Act.Start start) {
      return start.on().isThis()
          && facts.method(start.body()).flatMap(MethodFacts::twinOf).isPresent();
    }
    return act instanceof Act.Invoke call
        && call.on().isThis()
        && accessors.contains(call.method())
        && facts.targets(call).isEmpty();
  }

  private static void tell(Facts facts, MethodFacts constructor, Way way, BodyReport report) {
    Act use = last(way).act();
    String name = "";
    if (use instanceof Act.Start start) {
      name = start.how();
    } else if (use instanceof Act.Invoke call) {
      name = call.name();
    }
    String calls = way.calls()
        .map(it -> "%s %s, which uses it (%s).\n"
            .formatted(capital(constructor.label()), it, way.lastSpot().text()))
        .orElse("");
    String type = facts.type(constructor.owner()).map(ClassFacts::label).orElse("");
    report.add(
        Problem.CONSTRUCTOR_USE,
        way.spot(),
        BodyReport.suppressed(way.methods()),
        name,
        type,
        calls);
  }

  private static Way last(Way way) {
    return way.next() == null ? way : last(way.next());
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
