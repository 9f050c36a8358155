package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Threads.Root;
import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Open;
import io.lappet.processor.body.facts.Act.Touch;
import io.lappet.processor.body.facts.Act.Wait;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.FieldFacts.Trait;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A field that one thread changes and another one uses is used under one lock by both. Which threads
 * there are is declared.
 */
final class FieldRaceCheck implements BodyCheck {
  /** One field of one object, as the methods of this object name it. */
  private record Slot(Path of, FieldUse.Field field) {}

  /** What a thread does besides: which gates it waits for before, and which it opens. */
  private record Gates(Set<Node> awaited, Set<Node> opened) {}

  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.FIELD_RACE)) {
      return;
    }
    Set<FieldUse.Field> told = new HashSet<>();
    Set<FieldUse.Field> guarded = guarded(facts);
    for (ClassFacts type : facts.classes()) {
      if (type.woven() || !type.activations().isEmpty()) {
        check(type, facts, guarded, told, report);
      }
    }
  }

  private static void check(
      ClassFacts type,
      Facts facts,
      Set<FieldUse.Field> guarded,
      Set<FieldUse.Field> told,
      BodyReport report) {
    List<Root> roots = new ArrayList<>(Threads.of(type, facts));
    roots.addAll(Threads.outsiders(type, roots, report.isStrict(), facts));
    Map<Slot, List<Touching>> fields = new LinkedHashMap<>();
    Map<Root, Gates> gates = new LinkedHashMap<>();
    for (Root root : roots) {
      List<Walk.Step> steps = Walk.from(root.method(), facts);
      gates.put(root, gates(root, steps));
      for (Walk.Step step : steps) {
        if (step.act() instanceof Access access) {
          touching(root, access, step, facts)
              .filter(it -> isMeant(it, report.isStrict()))
              .ifPresent(it -> fields
                  .computeIfAbsent(
                      new Slot(it.use().of(), it.use().field()), at -> new ArrayList<>())
                  .add(it));
        }
      }
    }
    // Who forgets a lock that others take does so for all fields: that is told once.
    Set<String> forgetful = new HashSet<>();
    fields.forEach((slot, uses) -> {
      Optional<FieldFacts> field = slot.field().facts(facts);
      if (field.isPresent() && field.get().guardedBy().isEmpty() && !told.contains(slot.field())) {
        race(uses, field.get(), gates, facts)
            .filter(race -> !race.isWithOutside()
                || !guarded.contains(slot.field()) && !forgetful.contains(race.declared()))
            .ifPresent(race -> {
              told.add(slot.field());
              race.both().forEach(it -> forgetful.add(it.root().label()));
              tell(race, field.get(), type, facts, report);
            });
      }
    });
  }

  /** The fields that guards read: who changes them without the lock is told there. */
  private static Set<FieldUse.Field> guarded(Facts facts) {
    Set<FieldUse.Field> fields = new HashSet<>();
    for (MethodFacts method : facts.methods()) {
      method.entry().guard().flatMap(guard -> facts.method(guard.method())).ifPresent(guard -> {
        for (Walk.Step step : Walk.from(guard, facts)) {
          if (step.act() instanceof Access access) {
            fields.add(FieldUse.Field.of(access));
          }
        }
      });
    }
    return fields;
  }

  /** Whether a method that others call uses the field under a lock, and so is meant for threads. */
  private static boolean isMeant(Touching touching, boolean strict) {
    return strict || !touching.root().isOutside() || touching.lock().isPresent();
  }

  private static Gates gates(Root root, List<Walk.Step> steps) {
    Set<Node> awaited = new HashSet<>();
    Set<Node> opened = new HashSet<>();
    root.method().entry().gate().ifPresent(gate -> awaited.add(gate.what().node()));
    for (Walk.Step step : steps) {
      step.in().entry().gate().ifPresent(gate -> awaited.add(gate.what().node()));
      if (step.act() instanceof Open open) {
        opened.add(open.gate().node());
      } else if (step.act() instanceof Await await && await.kind() == Wait.GATE) {
        await.what().map(Resource::node).ifPresent(awaited::add);
      }
    }
    return new Gates(awaited, opened);
  }

  private static Optional<Touching> touching(
      Root root, Access access, Walk.Step step, Facts facts) {
    Path of = step.path().apply(access.of());
    Optional<FieldFacts> field = FieldUse.Field.of(access).facts(facts);
    // Two elements of one collection are two objects.
    boolean isLooked = of.isOfThis() && of.isKnown() || of.equals(Path.SHARED);
    if (!isLooked || field.isEmpty() || isOfOtherLoop(of, step.in(), facts)) {
      return Optional.empty();
    }
    FieldFacts declared = field.get();
    boolean isIgnored = switch (access.touch()) {
      case MUTATE -> !hasContent(declared) && !isOfOneArray(declared, root, step, facts);
      case TALLY -> !isTally(declared, root, step);
      case READ ->
        declared.is(Modifier.FINAL)
            && !hasContent(declared)
            && !(access.shows() && isOfOneArray(declared, root, step, facts));
      default -> declared.is(Modifier.FINAL) && !hasContent(declared);
    };
    if (isIgnored) {
      return Optional.empty();
    }
    FieldUse use = new FieldUse(access, of, step.held(), step.in());
    return Optional.of(new Touching(root, use, isUpdate(access, step.in())));
  }

  /**
   * Whether a method of a loop does it that another thread calls: that call is refused, and told. Anybody
   * may close it.
   */
  private static boolean isOfOtherLoop(Path of, MethodFacts in, Facts facts) {
    boolean isClose = in.name().equals("close") && in.parameters().isEmpty();
    return !of.isThis()
        && !isClose
        && facts.type(in.owner()).filter(ClassFacts::confined).isPresent();
  }

  /** Whether it holds something of the JDK that is made for one thread at a time. */
  private static boolean hasContent(FieldFacts field) {
    return field.traits().contains(Trait.PLAIN_COLLECTION)
        || field.traits().contains(Trait.STATEFUL);
  }

  /** Whether others may count in the same element: who has a key, or a part to work on, is alone. */
  private static boolean isTally(FieldFacts field, Root root, Walk.Step step) {
    boolean isByKey =
        root.keyed() || step.held().stream().anyMatch(hold -> hold.lock().key().isPresent());
    boolean isMeant = root.isDeclared() || root.isOutside();
    return field.traits().contains(Trait.ARRAY) && isMeant && !isByKey;
  }

  /**
   * Whether an element that one thread assigns is one that another thread reads. What is published by
   * other means is left to who does that.
   */
  private static boolean isOfOneArray(FieldFacts field, Root root, Walk.Step step, Facts facts) {
    List<FieldFacts> beside = facts.type(field.owner()).map(ClassFacts::fields).orElse(List.of());
    return isTally(field, root, step)
        && beside.stream()
            .noneMatch(it ->
                it.is(Modifier.VOLATILE) || it.type().startsWith("java.util.concurrent.atomic."));
  }

  /** Whether both may mean one element of an array: who only assigns some may have these for itself. */
  private static boolean mayMeet(Touching write, Touching other, FieldFacts field) {
    Touch written = write.use().access().touch();
    Touch touch = other.use().access().touch();
    if (!field.traits().contains(Trait.ARRAY) || !written.isOfContent()) {
      return true;
    }
    return touch == Touch.READ
        ? !write.root().equals(other.root())
        : written == Touch.TALLY && touch == Touch.TALLY;
  }

  /** Whether what is written depends on what was there: {@code x++}, and {@code x = x + 1}. */
  private static boolean isUpdate(Access access, MethodFacts in) {
    return access.touch() == Touch.UPDATE
        || (access.touch() == Touch.WRITE
            && in.acts().stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .anyMatch(other -> other.touch() == Touch.READ
                    && FieldUse.Field.of(other).equals(FieldUse.Field.of(access))
                    && other.of().equals(access.of())
                    && other.spot().line() == access.spot().line()));
  }

  private static Optional<Race> race(
      List<Touching> uses, FieldFacts field, Map<Root, Gates> gates, Facts facts) {
    for (Touching write : uses) {
      boolean isOfContent = write.use().access().touch().isOfContent();
      boolean isWrite = write.use().isWrite()
          && (!field.is(Modifier.VOLATILE) || write.isUpdate() || isOfContent);
      for (Touching other : isWrite ? uses : List.<Touching>of()) {
        // Who only reads a volatile field sees one value or the other.
        boolean isHarmless = field.is(Modifier.VOLATILE) && !other.use().isWrite() && !isOfContent;
        if (!isHarmless
            && mayMeet(write, other, field)
            && write.root().isBeside(other.root())
            && !isPublished(write, other, gates)
            && !isUnderOneLock(write.use(), other.use(), facts)) {
          return Optional.of(new Race(write, other));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the one opens a gate that the other waits for: what was written before is seen then. */
  private static boolean isPublished(Touching one, Touching other, Map<Root, Gates> gates) {
    return opensFor(one.root(), other.root(), gates) || opensFor(other.root(), one.root(), gates);
  }

  private static boolean opensFor(Root opener, Root waiter, Map<Root, Gates> gates) {
    Gates opened = gates.get(opener);
    Gates awaited = gates.get(waiter);
    return opened != null
        && awaited != null
        && opened.opened().stream().anyMatch(awaited.awaited()::contains);
  }

  private static boolean isUnderOneLock(FieldUse one, FieldUse other, Facts facts) {
    if (one.isUnclear() || other.isUnclear()) {
      return true;
    }
    return one.held().stream()
        .filter(mine -> isForOne(mine.lock().node(), facts))
        .anyMatch(
            mine -> other.held().stream().anyMatch(theirs -> excludes(one, mine, other, theirs)));
  }

  /** Whether one at a time holds it: several permits let several in. */
  private static boolean isForOne(Node node, Facts facts) {
    return node.kind() != Node.Kind.PERMITS || facts.count(node) <= 1;
  }

  private static boolean excludes(FieldUse one, Hold mine, FieldUse other, Hold theirs) {
    boolean isSame = mine.lock().equals(theirs.lock()) && mine.lock().isExact();
    boolean isEnough = !(one.isWrite() && mine.read()) && !(other.isWrite() && theirs.read());
    return isSame && isEnough;
  }

  private static void tell(
      Race race, FieldFacts field, ClassFacts type, Facts facts, BodyReport report) {
    Set<String> suppressed = new HashSet<>(field.suppressed());
    for (Touching each : race.both()) {
      suppressed.addAll(each.use().in().suppressed());
      suppressed.addAll(each.root().method().suppressed());
    }
    report.add(
        Problem.FIELD_RACE,
        race.write().use().access().spot(),
        suppressed,
        new RaceText(race, field, type, facts).arguments());
  }
}
