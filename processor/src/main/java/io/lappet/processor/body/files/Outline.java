package io.lappet.processor.body.files;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * What others need to know of a class: the methods that lead to a lock, a wait, or the end of one, with
 * those acts and the calls between them.
 */
final class Outline {
  private final Set<String> telling = new HashSet<>();

  Outline(Facts facts) {
    Map<String, List<String>> callers = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (MethodFacts method : facts.allMethods()) {
      if (isTelling(method)) {
        open.add(method.id());
      }
      for (Act act : method.acts()) {
        called(act)
            .forEach(id -> callers.computeIfAbsent(id, any -> new ArrayList<>()).add(method.id()));
      }
      method
          .overrides()
          .forEach(id ->
              callers.computeIfAbsent(method.id(), any -> new ArrayList<>()).add(id));
    }
    while (!open.isEmpty()) {
      String id = open.remove();
      if (telling.add(id)) {
        open.addAll(callers.getOrDefault(id, List.of()));
      }
    }
  }

  private static boolean isTelling(MethodFacts method) {
    return !method.entry().equals(Entry.NONE)
        || method.twinOf().isPresent()
        || method.acts().stream().anyMatch(act -> isTelling(act, method));
  }

  private static boolean isTelling(Act act, MethodFacts method) {
    return act instanceof Act.Take
        || act instanceof Act.Await
        || act instanceof Act.Open
        || act instanceof Act.Send
        || act instanceof Act.Start
        || act instanceof Act.Block
        || act instanceof Act.Run run && isForLambdas(run.parameter(), method)
        || act instanceof Act.Keep keep && isForLambdas(keep.parameter(), method);
  }

  /** Whether who calls {@code method} may give it a lambda there. */
  private static boolean isForLambdas(int parameter, MethodFacts method) {
    // In a lambda it is a parameter of the method around it.
    if (parameter < 0 || method.kind() == MethodFacts.Kind.LAMBDA || method.is(Modifier.PRIVATE)) {
      return false;
    }
    String type = method.parameters().get(parameter);
    return !type.startsWith("java.util.")
        || type.startsWith("java.util.function.")
        || type.equals("java.util.Comparator");
  }

  private static Stream<String> called(Act act) {
    if (act instanceof Act.Invoke call) {
      return Stream.of(call.method());
    }
    return act instanceof Act.Hand hand ? Stream.of(hand.body(), hand.method()) : Stream.empty();
  }

  /** The outlines of those of {@code classes} that have something to tell. */
  List<ClassFacts> of(List<ClassFacts> classes) {
    return classes.stream().map(this::of).filter(Outline::isWorthIt).toList();
  }

  private static boolean isWorthIt(ClassFacts type) {
    return type.woven() || !type.methods().isEmpty() || !type.resources().isEmpty();
  }

  private ClassFacts of(ClassFacts type) {
    boolean hasGuard = type.methods().stream().anyMatch(it -> it.entry().guard().isPresent());
    List<MethodFacts> methods = type.methods().stream()
        .filter(method -> telling.contains(method.id()) || hasGuard)
        .map(method -> of(method, hasGuard))
        .toList();
    return new ClassFacts(
        type.name(),
        type.modifiers(),
        type.isInterface(),
        type.supertypes(),
        type.woven(),
        type.stray(),
        type.confined(),
        methods,
        List.of(),
        type.activations(),
        type.channels(),
        type.resources(),
        type.suppressed(),
        type.spot());
  }

  private boolean tells(Act.Hand hand) {
    return telling.contains(hand.body()) || telling.contains(hand.method());
  }

  /** Who may end the wait for a guard is seen by what they do to the fields that it reads. */
  private MethodFacts of(MethodFacts method, boolean withFields) {
    List<Act> acts = method.acts().stream()
        .filter(act -> isTelling(act, method)
            || act instanceof Act.Hand hand && tells(hand)
            || act instanceof Act.Access && withFields
            || act instanceof Act.Invoke call && (telling.contains(call.method()) || withFields))
        .toList();
    return method.withActs(acts);
  }
}
