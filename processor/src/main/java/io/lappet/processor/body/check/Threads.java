package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Start;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.MethodFacts.Twin;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Which methods of a class begin on threads of their own. */
final class Threads {
  /** Who runs what it is given several times, each on another thread. */
  private static final Set<String> MANY = Set.of("map", "mapAsync");

  /** The turn of all that a loop runs. */
  static final String LOOP = "loop";

  /** The turn of all that nobody declares: whether they meet is not known. */
  private static final String OUTSIDE = "outside";

  private static final Set<String> BODIES = Set.of("submit", "fork", "after", "map", "mapAsync");

  /**
   * A method with which a thread begins.
   *
   * @param label as messages call it: {@code consumer add()}
   * @param many how many threads may be in it for one object; 0 if nobody counts them
   * @param keyed whether those that are in it have different keys
   * @param turn what it has in common with those that run only when it does not
   * @param starter the thread that goes on only when this one has ended
   */
  record Root(
      MethodFacts method,
      String label,
      int many,
      boolean keyed,
      String turn,
      Optional<String> starter) {
    Root(MethodFacts method, String label, int many, String turn, Optional<String> starter) {
      this(method, label, many, false, turn, starter);
    }

    /** Whether others call it, of whose threads nothing is known. */
    boolean isOutside() {
      return turn.equals(OUTSIDE);
    }

    /** Whether the runtime calls it, with what it gets from a channel or with nothing. */
    boolean isDeclared() {
      return label.startsWith("consumer ") || label.startsWith("timer ");
    }

    boolean isSeveral() {
      return many != 1;
    }

    /** Whether both may run at once. */
    boolean isBeside(Root other) {
      if (equals(other)) {
        return isSeveral();
      }
      boolean isJoined = starter.filter(other.method.id()::equals).isPresent()
          || other.starter.filter(method.id()::equals).isPresent();
      return !turn.equals(other.turn) && !isJoined;
    }
  }

  private Threads() {}

  /** The threads of an object of {@code type}, as its classes say. */
  static List<Root> of(ClassFacts type, Facts facts) {
    List<ClassFacts> classes = lineage(type, facts);
    Map<String, Root> roots = new LinkedHashMap<>();
    boolean isLoop = classes.stream().anyMatch(ClassFacts::confined);
    for (ClassFacts each : classes) {
      for (Activation activation : each.activations()) {
        facts.method(activation.method()).ifPresent(method -> {
          Root root = new Root(
              method,
              word(activation) + " " + method.label(),
              isLoop ? 1 : activation.concurrency(),
              activation.keyed(),
              isLoop ? LOOP : method.id(),
              Optional.empty());
          roots.putIfAbsent(method.id(), root);
        });
      }
      for (MethodFacts twin : each.methods()) {
        twin.twinOf()
            .flatMap(facts::method)
            .filter(target -> target.parameters().stream().noneMatch("io.lappet.Yield"::equals))
            .map(target -> twin(twin, target, isLoop, facts))
            .ifPresent(root -> roots.merge(root.method().id(), root, Threads::either));
      }
    }
    bodies(classes, List.copyOf(roots.values()), facts)
        .forEach(root -> roots.putIfAbsent(root.method().id(), root));
    return List.copyOf(roots.values());
  }

  /**
   * Methods that others call. Who takes a lock of ours expects to be called while those threads run;
   * of others that is said only if {@code strict}.
   */
  static List<Root> outsiders(ClassFacts type, List<Root> roots, boolean strict, Facts facts) {
    Set<String> known = new HashSet<>();
    roots.forEach(root -> known.add(root.method().id()));
    List<Root> outsiders = new ArrayList<>();
    List<ClassFacts> classes = lineage(type, facts);
    boolean isLoop = classes.stream().anyMatch(ClassFacts::confined);
    for (ClassFacts each : isLoop || roots.isEmpty() ? List.<ClassFacts>of() : classes) {
      for (MethodFacts method : each.methods()) {
        boolean isCalled = method.kind() == MethodFacts.Kind.METHOD
            && !method.is(Modifier.PRIVATE)
            && !method.is(Modifier.STATIC)
            && !known.contains(method.id())
            && !method.name().equals("close");
        boolean isMeant =
            strict || method.entry().locks().stream().anyMatch(it -> it.lock().isExact());
        if (isCalled && isMeant) {
          outsiders.add(
              new Root(method, "callers of " + method.label(), 1, OUTSIDE, Optional.empty()));
        }
      }
    }
    return outsiders;
  }

  private static Root twin(MethodFacts twin, MethodFacts target, boolean isLoop, Facts facts) {
    Optional<Resource> serial = twin.twin()
        .filter(it -> !it.inPlace())
        .flatMap(Twin::lane)
        .flatMap(it -> serial(it, facts));
    boolean isInTurn = isLoop || serial.isPresent();
    return new Root(
        target,
        "twin " + twin.label(),
        isInTurn ? 1 : 0,
        isLoop ? LOOP : serial.map(Threads::turn).orElse(target.id()),
        Optional.empty());
  }

  /** A method that threads of both run: they take turns only if both do. */
  private static Root either(Root one, Root other) {
    return one.turn().equals(other.turn()) && one.many() == other.many()
        ? other
        : new Root(other.method(), other.label(), 0, other.method().id(), Optional.empty());
  }

  /** The lane itself, if its tasks take turns. */
  private static Optional<Resource> serial(Resource lane, Facts facts) {
    return Lanes.isSerial(lane, facts) ? Optional.of(lane) : Optional.empty();
  }

  private static String turn(Resource lane) {
    return "lane " + lane.node().label();
  }

  /** {@code type} and what it inherits from, as far as it is compiled here. */
  static List<ClassFacts> lineage(ClassFacts type, Facts facts) {
    List<ClassFacts> classes = new ArrayList<>(List.of(type));
    type.supertypes().forEach(name -> facts.type(name).ifPresent(classes::add));
    return classes.stream().distinct().toList();
  }

  private static String word(Activation activation) {
    return activation.kind().name().toLowerCase(Locale.ROOT);
  }

  /** The bodies that methods of the classes give away to be run. */
  private static List<Root> bodies(List<ClassFacts> classes, List<Root> roots, Facts facts) {
    Map<String, List<Root>> within = new HashMap<>();
    for (Root root : roots) {
      Set<String> methods = new HashSet<>();
      Walk.from(root.method(), facts).forEach(step -> methods.add(step.in().id()));
      methods.add(root.method().id());
      methods.forEach(id -> within.computeIfAbsent(id, it -> new ArrayList<>()).add(root));
    }
    List<Root> bodies = new ArrayList<>();
    for (ClassFacts type : classes) {
      for (MethodFacts method : type.methods()) {
        bodies(method, within.getOrDefault(method.id(), List.of()), facts).forEach(bodies::add);
      }
    }
    return bodies;
  }

  private static List<Root> bodies(MethodFacts method, List<Root> within, Facts facts) {
    List<Root> bodies = new ArrayList<>();
    boolean joins = method.acts().stream().anyMatch(Threads::isJoin);
    boolean isManyTimes = within.stream().anyMatch(Root::isSeveral);
    for (Act act : method.acts()) {
      if (act instanceof Start start
          && BODIES.contains(start.how())
          && start.on().isThis()) {
        Optional<Resource> serial = start.lane().flatMap(lane -> serial(lane, facts));
        boolean isMany =
            serial.isEmpty() && (isManyTimes || start.repeated() || MANY.contains(start.how()));
        Optional<String> starter = joins || start.how().equals("map")
            ? within.stream().map(root -> root.method().id()).findFirst()
            : Optional.empty();
        facts
            .method(start.body())
            .map(body -> new Root(
                body,
                "the body given to %s() in %s".formatted(start.how(), method.label()),
                isMany ? 0 : 1,
                serial.map(Threads::turn).orElse(body.id()),
                starter))
            .ifPresent(bodies::add);
      }
    }
    return bodies;
  }

  private static boolean isJoin(Act act) {
    return act instanceof Await await
        && (await.kind() == Act.Wait.TASK || await.kind() == Act.Wait.GROUP);
  }
}
