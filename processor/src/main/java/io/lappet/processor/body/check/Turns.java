package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Which methods of an object are run by one thread only, and by which: the worker of an activation, or
 * a lane that has one. Methods that only the package can call are run by nobody but those that are seen.
 */
final class Turns {
  private final Facts facts;
  private final Map<String, List<Activation>> activations = new HashMap<>();
  private final Map<String, List<Optional<Resource>>> tasks = new HashMap<>();
  private final Set<String> handed = new HashSet<>();

  Turns(Facts facts) {
    this.facts = facts;
    facts.activations().forEach(it -> put(activations, it.method(), it));
    for (MethodFacts method : facts.allMethods()) {
      method
          .twin()
          .ifPresent(twin -> put(tasks, twin.target(), twin.lane().filter(it -> !twin.inPlace())));
      for (Act act : method.acts()) {
        if (act instanceof Act.Start start) {
          boolean isTwin = facts.method(start.body()).flatMap(MethodFacts::twin).isPresent();
          if (!isTwin) {
            put(tasks, start.body(), start.lane().filter(lane -> start.on().isThis()));
          }
        } else if (act instanceof Act.Hand hand) {
          handed.add(hand.body());
        }
      }
    }
  }

  private static <T> void put(Map<String, List<T>> lists, String key, T value) {
    lists.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
  }

  /** Whether nothing but tasks of {@code lane}, which has one thread, run {@code method}. */
  boolean isOn(MethodFacts method, Resource lane) {
    return of(method).filter(name(lane)::equals).isPresent();
  }

  private static String name(Resource lane) {
    return "lane " + lane.node().label();
  }

  /** The one thread that runs {@code method} of an object; empty if there may be others. */
  Optional<String> of(MethodFacts method) {
    Set<String> threads = new HashSet<>();
    boolean isKnown = collect(method, threads, new HashSet<>());
    return isKnown && threads.size() == 1 ? threads.stream().findFirst() : Optional.empty();
  }

  /** Adds the threads that run {@code method}; says whether those are all. */
  private boolean collect(MethodFacts method, Set<String> threads, Set<String> seen) {
    if (!seen.add(method.id())) {
      return true;
    }
    boolean isOpen = method.is(Modifier.PUBLIC) || method.is(Modifier.PROTECTED);
    boolean isHanded = handed.contains(method.id()) && facts.isLoose(method);
    if (isOpen || isHanded || method.kind() == MethodFacts.Kind.STATIC_INITIALISER) {
      return false;
    }
    for (Optional<Resource> lane : tasks.getOrDefault(method.id(), List.of())) {
      if (lane.filter(it -> Lanes.isSerial(it, facts)).isEmpty()) {
        return false;
      }
      lane.ifPresent(it -> threads.add(name(it)));
    }
    List<Activation> all = activations.getOrDefault(method.id(), List.of());
    if (all.size() > 1 || all.stream().anyMatch(it -> it.concurrency() > 1)) {
      return false;
    }
    all.forEach(it -> threads.add("worker " + method.id()));
    for (Facts.Site site : facts.sitesOf(method)) {
      boolean isConstruction = site.in().isConstruction() && site.call().on().isThis();
      if (!isConstruction && !(site.call().on().isThis() && collect(site.in(), threads, seen))) {
        return false;
      }
    }
    return !threads.isEmpty() || !facts.sitesOf(method).isEmpty();
  }
}
