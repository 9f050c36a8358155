package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * What is known of methods because all their callers are known: the locks that each of these holds, as
 * the method names them, and whether an object is still being made. Calls on an object that nobody
 * else has yet do not count. It is the greatest solution, so that methods which call each other do not
 * make each other's callers unknown.
 */
public final class Callers {
  private final Facts facts;
  private final Predicate<MethodFacts> known;
  private final Set<String> constructing = new HashSet<>();
  // A method whose callers are known, and that is not in it yet, could hold anything.
  private final Map<String, Set<Hold>> held = new HashMap<>();

  private Callers(Facts facts, Predicate<MethodFacts> known) {
    this.facts = facts;
    this.known = known;
    List<MethodFacts> closed =
        facts.allMethods().stream().filter(this::isClosed).toList();
    findConstructing(closed);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (MethodFacts method : closed) {
        Optional<Set<Hold>> now = common(method);
        changed |= now.isPresent() && !now.get().equals(held.put(method.id(), now.get()));
      }
    }
  }

  /** What is certain: nobody but the same class calls private methods and lambdas. */
  public static Callers certain(Facts facts) {
    return new Callers(facts, Callers::isPrivate);
  }

  /** What is likely: nobody else calls what only the same package can call either. */
  public static Callers likely(Facts facts) {
    return new Callers(
        facts,
        method ->
            isPrivate(method) || !method.is(Modifier.PUBLIC) && !method.is(Modifier.PROTECTED));
  }

  private static boolean isPrivate(MethodFacts method) {
    return method.is(Modifier.PRIVATE) || method.kind() == MethodFacts.Kind.LAMBDA;
  }

  private boolean isClosed(MethodFacts method) {
    return known.test(method)
        && !method.isConstruction()
        && !facts.isLoose(method)
        && !facts.sitesOf(method).isEmpty();
  }

  private void findConstructing(List<MethodFacts> closed) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (MethodFacts method : closed) {
        boolean isNever = facts.sitesOf(method).stream().allMatch(this::isUnshared);
        changed |= isNever && constructing.add(method.id());
      }
    }
  }

  /** Whether nobody else has the object yet on which a method is called there. */
  private boolean isUnshared(Facts.Site site) {
    return site.call().on().isFresh()
        || isConstruction(site.in()) && site.call().on().isThis();
  }

  /** What all callers hold that are known so far; empty if nothing is known of any of them. */
  private Optional<Set<Hold>> common(MethodFacts method) {
    Set<Hold> common = null;
    for (Facts.Site site : facts.sitesOf(method)) {
      MethodFacts caller = site.in();
      boolean isOpen = isClosed(caller) && !held.containsKey(caller.id());
      if (isUnshared(site) || isOpen) {
        continue;
      }
      Frame frame = Frame.of(site.call(), method);
      Set<Hold> here = new HashSet<>();
      at(caller, site.call()).forEach(hold -> here.add(frame.inward(hold)));
      common = common == null ? here : both(common, here);
    }
    return Optional.ofNullable(common);
  }

  private static Set<Hold> both(Set<Hold> one, Set<Hold> other) {
    Set<Hold> both = new HashSet<>();
    for (Hold hold : one) {
      other.stream()
          .filter(it -> it.lock().equals(hold.lock()))
          .map(it -> new Hold(hold.lock(), hold.read() || it.read(), hold.timed() || it.timed()))
          .forEach(both::add);
    }
    return both;
  }

  /** Whether it runs only while its object is made. */
  public boolean isConstruction(MethodFacts method) {
    return method.isConstruction() || constructing.contains(method.id());
  }

  /** Whether it is private and nothing is seen to run it. */
  public boolean isNeverCalled(MethodFacts method) {
    return method.is(Modifier.PRIVATE)
        && method.kind() == MethodFacts.Kind.METHOD
        && !facts.isLoose(method)
        && facts.sitesOf(method).isEmpty();
  }

  /** The locks that all callers of {@code method} hold. */
  public Set<Hold> of(MethodFacts method) {
    return held.getOrDefault(method.id(), Set.of());
  }

  /** The locks that are held at {@code act} of {@code method}: there, and by all its callers. */
  public List<Hold> at(MethodFacts method, Act act) {
    Set<Hold> callers = of(method);
    if (callers.isEmpty()) {
      return act.held();
    }
    List<Hold> all = new ArrayList<>(act.held());
    callers.stream().filter(hold -> !all.contains(hold)).forEach(all::add);
    return all;
  }
}
