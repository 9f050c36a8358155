package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Threads.Root;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.FieldFacts.Trait;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * How a race is told.
 *
 * @param type the class whose objects have the field, or lead to it
 */
record RaceText(Race race, FieldFacts field, ClassFacts type, Facts facts) {
  /** The parts of the message: the field, who races, under which locks, and how to put it right. */
  Object[] arguments() {
    boolean isAlone = race.write().root().equals(race.other().root());
    String write = side(race.write());
    return new Object[] {
      field.name(),
      isAlone ? alone() : both(),
      isAlone ? write : write + "; " + side(race.other()),
      remedy()
    };
  }

  private String alone() {
    Root root = race.write().root();
    String many = root.many() > 1 ? "%d threads".formatted(root.many()) : "several threads";
    if (field.traits().contains(Trait.STATEFUL)) {
      return "used by %s on %s at once, and each use changes it".formatted(root.label(), many);
    }
    return field.is(Modifier.VOLATILE) && race.write().isUpdate()
        ? "counted by %s on %s at once: volatile does not make reading and writing one step"
            .formatted(root.label(), many)
        : "written by %s on %s at once, and no lock keeps them apart".formatted(root.label(), many);
  }

  private String both() {
    String verb = race.other().use().isWrite() ? "written" : "read";
    return "written by %s and %s by %s, and no lock is held by both"
        .formatted(race.write().root().label(), verb, race.other().root().label());
  }

  private static String side(Touching touching) {
    Root root = touching.root();
    String many = root.many() > 1 ? " runs on %d threads and".formatted(root.many()) : "";
    MethodFacts in = touching.use().in();
    String who = in.kind() == MethodFacts.Kind.LAMBDA ? "the lambda" : in.label();
    return "%s (%s)%s %s"
        .formatted(
            who,
            Words.line(touching.use().access().spot()),
            many,
            Words.holds(touching.use().held()));
  }

  private String remedy() {
    Optional<ClassFacts> loop =
        facts.type(field.owner()).filter(ClassFacts::confined).filter(owner -> !owner.equals(type));
    if (loop.isPresent()) {
      return "Only the loop of %s may use it: call a twin.".formatted(loop.get().label());
    }
    if (race.both().stream().anyMatch(Touching::isByKey)) {
      return "A lock by key keeps only equal keys apart: take one without a key%s."
          .formatted(
              field.traits().contains(Trait.PLAIN_COLLECTION)
                  ? ", or a collection of java.util.concurrent"
                  : "");
    }
    Optional<Node> lock = race.write().lock().or(race.other()::lock);
    Set<String> needy = needy(lock);
    if (needy.isEmpty()) {
      return "Leave read = true out where it is written.";
    }
    String mark = lock.map(Node::name)
        .filter(name -> !name.isEmpty())
        .map(name -> "@Synchronized(lock = \"%s\")".formatted(name))
        .orElse("@Synchronized");
    String where = mark + " on " + String.join(" and ", needy);
    if (field.traits().contains(Trait.STATEFUL)) {
      return "A %s is for one thread at a time. Make a new one for each call, or put %s."
          .formatted(field.type().replaceAll(".*\\.", ""), where);
    }
    return "Put %s%s.".formatted(where, instead());
  }

  /** What else one can do than to take a lock. */
  private String instead() {
    String confine =
        type.confined() || !canBeConfined() ? "" : ", or make the class @Woven(confined = true)";
    String atomic = field.is(Modifier.VOLATILE) && field.traits().contains(Trait.PRIMITIVE)
        ? ", or use a type of java.util.concurrent.atomic"
        : "";
    return confine + atomic;
  }

  /** The methods that would have to take {@code lock}, or some lock. */
  private Set<String> needy(Optional<Node> lock) {
    Set<String> needy = new LinkedHashSet<>();
    for (Touching each : race.both()) {
      if (lock.filter(each.use()::isHeld).isEmpty()) {
        needy.add(needy(each));
      }
    }
    return needy;
  }

  /** The method that could take the lock: a private one cannot, nor one of a class that is not woven. */
  private String needy(Touching touching) {
    MethodFacts in = touching.use().in();
    boolean isOurs = in.owner().equals(type.name()) || type.supertypes().contains(in.owner());
    MethodFacts method = !isOurs || in.is(Modifier.PRIVATE) ? touching.root().method() : in;
    return method.kind() == MethodFacts.Kind.LAMBDA
        ? "a method that the lambda calls"
        : method.label();
  }

  /** Whether a loop could run both: no loop runs daemons, producers or several at once. */
  private boolean canBeConfined() {
    return race.both().stream()
        .map(Touching::root)
        .allMatch(root -> root.many() <= 1
            && (root.label().startsWith("consumer")
                || root.label().startsWith("timer")
                || root.label().startsWith("twin")));
  }
}
