package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What private methods hold because all their callers hold it: the greatest such sets, so that methods
 * which call each other do not lose by it. Calls from constructors do not count: nobody else has the
 * object yet.
 */
final class HeldByCallers {
  private final Facts facts;
  // A method that is not in it yet could hold anything.
  private final Map<String, Set<Hold>> held = new HashMap<>();
  private final Set<String> constructing = new HashSet<>();

  private HeldByCallers(Facts facts) {
    this.facts = facts;
  }

  /** Works it out for all methods. */
  static HeldByCallers of(Facts facts) {
    HeldByCallers callers = new HeldByCallers(facts);
    List<MethodFacts> inner = facts.methods().stream()
        .filter(it -> isInner(it) && !facts.sitesOf(it).isEmpty())
        .toList();
    callers.findConstructing(inner);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (MethodFacts method : inner) {
        Set<Hold> now = callers.common(method);
        changed |= now != null && !now.equals(callers.held.put(method.id(), now));
      }
    }
    return callers;
  }

  /** Whether only calls that are known run it. */
  private static boolean isInner(MethodFacts method) {
    return method.is(Modifier.PRIVATE) && method.kind() == MethodFacts.Kind.METHOD;
  }

  /** Whether it runs only while its object is made. */
  boolean isConstruction(MethodFacts method) {
    return method.isConstruction() || constructing.contains(method.id());
  }

  /** Whether it is private and nothing is seen to call it. */
  boolean isNeverCalled(MethodFacts method) {
    return isInner(method) && facts.sitesOf(method).isEmpty();
  }

  /** What is certainly held at {@code act} in {@code method}, as the method names it. */
  List<Hold> at(Act act, MethodFacts method) {
    Set<Hold> all = new LinkedHashSet<>(act.held());
    all.addAll(held.getOrDefault(method.id(), Set.of()));
    return new ArrayList<>(all);
  }

  private void findConstructing(List<MethodFacts> inner) {
    int before = -1;
    while (before != constructing.size()) {
      before = constructing.size();
      for (MethodFacts method : inner) {
        if (facts.sitesOf(method).stream().allMatch(site -> isConstruction(site.in()))) {
          constructing.add(method.id());
        }
      }
    }
  }

  private @Nullable Set<Hold> common(MethodFacts method) {
    return facts.sitesOf(method).stream()
        .filter(site -> !isConstruction(site.in()))
        .map(this::atSite)
        .filter(Objects::nonNull)
        .reduce((one, other) ->
            one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet()))
        .orElse(null);
  }

  /** What is held at a call, as the callee names it; null if that is not limited yet. */
  private @Nullable Set<Hold> atSite(Facts.Site site) {
    boolean isOpen = isInner(site.in())
        && !facts.sitesOf(site.in()).isEmpty()
        && !held.containsKey(site.in().id());
    if (isOpen) {
      return null;
    }
    return at(site.call(), site.in()).stream()
        .flatMap(hold -> inside(hold, site.call()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Hold> inside(Hold hold, Invoke call) {
    Resource lock = hold.lock();
    if (lock.key().isPresent()) {
      return List.of();
    }
    if (lock.of().equals(Path.SHARED)) {
      return List.of(hold);
    }
    Path of = lock.of();
    boolean isSame = of.isKnown() && of.equals(call.on());
    boolean isOfSame = call.on().isThis() && of.isOfThis();
    if (isOfSame) {
      return List.of(hold);
    }
    return isSame
        ? List.of(new Hold(lock.on(Path.THIS, lock.key()), hold.read(), hold.timed()))
        : List.of();
  }
}
