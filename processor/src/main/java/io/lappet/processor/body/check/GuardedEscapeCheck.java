package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.Act.Escape;
import io.lappet.processor.body.facts.Act.Touch;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.FieldFacts.Trait;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What is used under one lock everywhere is not given to those who do not hold it. */
final class GuardedEscapeCheck implements BodyCheck {
  private record Place(MethodFacts method, Escape escape) {}

  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.GUARDED_ESCAPE)) {
      return;
    }
    Map<FieldUse.Field, List<Place>> escapes = escapes(facts);
    if (escapes.isEmpty()) {
      return;
    }
    Map<FieldUse.Field, List<FieldUse>> uses = uses(facts, escapes);
    Callers likely = Callers.likely(facts);
    escapes.forEach((field, places) -> {
      Optional<FieldFacts> found = field.facts(facts).filter(GuardedEscapeCheck::isOneObject);
      Optional<Node> lock = found.flatMap(it -> lock(uses.getOrDefault(field, List.of())));
      if (found.isPresent() && lock.isPresent()) {
        // One report for a field.
        places.stream()
            .filter(place -> !isOfHolders(place.method(), lock.get(), likely))
            .findFirst()
            .ifPresent(place -> tell(place, found.get(), lock.get(), report));
      }
    });
  }

  private static Map<FieldUse.Field, List<Place>> escapes(Facts facts) {
    Map<FieldUse.Field, List<Place>> escapes = new LinkedHashMap<>();
    for (MethodFacts method : facts.methods()) {
      for (Act act : method.acts()) {
        if (act instanceof Escape escape && !method.isConstruction()) {
          escapes
              .computeIfAbsent(
                  new FieldUse.Field(escape.owner(), escape.field()), at -> new ArrayList<>())
              .add(new Place(method, escape));
        }
      }
    }
    return escapes;
  }

  /** All other uses of those fields, but by who makes the object. */
  private static Map<FieldUse.Field, List<FieldUse>> uses(
      Facts facts, Map<FieldUse.Field, List<Place>> escapes) {
    Callers callers = Callers.certain(facts);
    Map<FieldUse.Field, List<FieldUse>> uses = new LinkedHashMap<>();
    for (MethodFacts method : facts.methods()) {
      for (Act act : callers.isConstruction(method) ? List.<Act>of() : method.acts()) {
        if (act instanceof Access access && !access.of().isFresh()) {
          FieldUse.Field field = FieldUse.Field.of(access);
          boolean isEscape = escapes.getOrDefault(field, List.of()).stream()
              .anyMatch(place -> place.escape().spot().equals(access.spot()));
          if (escapes.containsKey(field) && !isEscape) {
            uses.computeIfAbsent(field, at -> new ArrayList<>())
                .add(new FieldUse(access, access.of(), callers.at(method, access), method));
          }
        }
      }
    }
    return uses;
  }

  /** Whether it is a thing that is made for one thread, and only the class can see the field. */
  private static boolean isOneObject(FieldFacts field) {
    boolean isOpen = field.is(Modifier.PUBLIC) || field.is(Modifier.PROTECTED);
    return !isOpen
        && (field.traits().contains(Trait.PLAIN_COLLECTION)
            || field.traits().contains(Trait.ARRAY));
  }

  /** The lock that is held at all of {@code uses}, if these change the one thing that is there. */
  private static Optional<Node> lock(List<FieldUse> uses) {
    boolean isChanged = uses.stream().anyMatch(use -> use.access().touch().isOfContent());
    boolean isReplaced = uses.stream()
        .map(use -> use.access().touch())
        .anyMatch(touch -> touch == Touch.WRITE || touch == Touch.UPDATE);
    return isChanged && !isReplaced
        ? uses.get(0).held().stream()
            .map(hold -> hold.lock().node())
            .filter(node -> node.kind() == Node.Kind.LOCK)
            .filter(node -> uses.stream().allMatch(use -> use.isUnder(node)))
            .findFirst()
        : Optional.empty();
  }

  /** Whether those who get it from {@code method} hold the lock, as far as is known. */
  private static boolean isOfHolders(MethodFacts method, Node lock, Callers likely) {
    return method.is(Modifier.PRIVATE)
        || likely.of(method).stream().map(Hold::lock).anyMatch(it -> it.node().equals(lock));
  }

  private static void tell(Place place, FieldFacts field, Node lock, BodyReport report) {
    Set<String> suppressed = new HashSet<>(place.method().suppressed());
    suppressed.addAll(field.suppressed());
    report.add(
        Problem.GUARDED_ESCAPE,
        place.escape().spot(),
        suppressed,
        place.method().label(),
        place.escape().verb() + (place.escape().view() ? " a view of " : " "),
        field.name(),
        lock.quoted());
  }
}
