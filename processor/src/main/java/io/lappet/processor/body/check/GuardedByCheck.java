package io.lappet.processor.body.check;

import io.lappet.internal.text.Nearest;
import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.check.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field that is said to be guarded by a lock of ours is used under that lock only. */
final class GuardedByCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    Map<FieldUse.Field, Node> guarded = new LinkedHashMap<>();
    for (ClassFacts type : facts.classes()) {
      for (FieldFacts field : type.fields()) {
        field
            .guardedBy()
            .flatMap(lock -> node(field, lock, type, facts, report))
            .ifPresent(node -> guarded.put(new FieldUse.Field(field.owner(), field.name()), node));
      }
    }
    if (!guarded.isEmpty()) {
      check(guarded, facts, report);
    }
  }

  private static Optional<Node> node(
      FieldFacts field, String written, ClassFacts type, Facts facts, BodyReport report) {
    String name = written.replaceFirst("^this\\.", "");
    Map<String, Node> locks = locks(type, facts);
    // Who writes "this", or the name of another field, means something else.
    boolean isOurs = locks.containsKey(name)
        || type.fields().stream().noneMatch(it -> it.name().equals(name));
    if (isOurs && !locks.containsKey(name)) {
      Nearest.to(name, locks.keySet())
          .ifPresent(near -> report.add(
              Problem.GUARDED_BY,
              field.spot(),
              field.suppressed(),
              field.name(),
              written,
              "which is no lock of " + label(type.name()),
              "Did you mean \"%s\"?".formatted(near)));
    }
    return Optional.ofNullable(locks.get(name));
  }

  private static String label(String owner) {
    return new Node(Node.Kind.LOCK, owner, "", false).ownerLabel();
  }

  /** The named locks that methods of {@code type}, and what is above and below it, can take. */
  private static Map<String, Node> locks(ClassFacts type, Facts facts) {
    Map<String, Node> locks = new LinkedHashMap<>();
    for (ClassFacts other : facts.classes()) {
      boolean isKin = other.equals(type)
          || other.supertypes().contains(type.name())
          || type.supertypes().contains(other.name());
      if (isKin) {
        Stream<Node> declared = other.resources().stream().map(ClassFacts.Accessor::node);
        Stream<Node> taken = other.methods().stream()
            .flatMap(method -> method.entry().locks().stream())
            .filter(hold -> hold.lock().isExact())
            .map(hold -> hold.lock().node());
        Stream.concat(declared, taken)
            .filter(node -> node.kind() == Node.Kind.LOCK && !node.name().isEmpty())
            .forEach(node -> locks.putIfAbsent(node.name(), node));
      }
    }
    return locks;
  }

  private static void check(Map<FieldUse.Field, Node> guarded, Facts facts, BodyReport report) {
    Callers callers = Callers.certain(facts);
    Set<List<Object>> told = new HashSet<>();
    for (MethodFacts method : facts.methods()) {
      if (callers.isConstruction(method) || callers.isNeverCalled(method)) {
        continue;
      }
      for (Access access : accesses(method)) {
        Node lock = guarded.get(FieldUse.Field.of(access));
        if (lock == null || access.of().isFresh() || !access.of().isKnown()) {
          continue;
        }
        FieldUse use = new FieldUse(access, access.of(), callers.at(method, access), method);
        if (!use.isUnder(lock) && told.add(List.of(use.field(), method.id()))) {
          tell(use, lock, facts, report);
        }
      }
    }
  }

  private static List<Access> accesses(MethodFacts method) {
    return method.acts().stream()
        .filter(Access.class::isInstance)
        .map(Access.class::cast)
        .toList();
  }

  private static void tell(FieldUse use, Node lock, Facts facts, BodyReport report) {
    MethodFacts method = use.in();
    Set<String> suppressed = new HashSet<>(method.suppressed());
    use.field().facts(facts).ifPresent(field -> suppressed.addAll(field.suppressed()));
    boolean isRead =
        use.held().stream().anyMatch(hold -> hold.read() && hold.lock().node().equals(lock));
    String what = isRead
        ? "which %s holds to read only".formatted(Words.who(method))
        : "which %s does not hold here%s".formatted(Words.who(method), others(use));
    report.add(
        Problem.GUARDED_BY,
        use.access().spot(),
        suppressed,
        use.field().name(),
        lock.name(),
        what,
        remedy(method, lock, isRead));
  }

  private static String others(FieldUse use) {
    String held = use.held().stream()
        .map(Hold::lock)
        .map(lock -> lock.node().quoted())
        .distinct()
        .collect(Collectors.joining(", "));
    return held.isEmpty() ? "" : " (it holds %s)".formatted(held);
  }

  private static String remedy(MethodFacts method, Node lock, boolean isRead) {
    if (isRead) {
      return "Remove read = true from %s.".formatted(method.label());
    }
    return method.kind() == MethodFacts.Kind.METHOD
        ? "Put @Synchronized(lock = \"%s\") on %s, or on all that call it."
            .formatted(lock.name(), method.label())
        : "It runs later, when the lock is free again: let it call a method with @Synchronized(lock = \"%s\")."
            .formatted(lock.name());
  }
}
