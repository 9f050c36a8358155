package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.MethodFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calls lead to: from where things of one kind happen, up to all who call that, by the shortest
 * way. Each thing is named as its caller would.
 */
final class Reach<T> {
  /** What is looked for. */
  interface Kind<T> {
    /** What a call of {@code method} does before its body begins. */
    List<T> onEntry(MethodFacts method);

    /** What {@code act} does by itself. */
    Optional<T> in(MethodFacts method, Act act);

    /** What {@code thing} is called outside; empty if nobody else can be concerned. */
    Optional<T> outside(T thing, Frame frame);
  }

  /**
   * Something that is reached.
   *
   * @param certain whether each call on the way goes where it says
   */
  record Found<T>(T thing, Way way, boolean certain) {}

  private record News<T>(MethodFacts method, Found<T> found, boolean onEntry) {}

  private final Facts facts;
  private final Kind<T> kind;
  private final Map<String, Map<T, Found<T>>> entries = new HashMap<>();
  private final Map<String, Map<T, Found<T>>> bodies = new HashMap<>();
  private final Deque<News<T>> open = new ArrayDeque<>();

  Reach(Facts facts, Kind<T> kind) {
    this.facts = facts;
    this.kind = kind;
    for (MethodFacts method : facts.allMethods()) {
      kind.onEntry(method)
          .forEach(
              thing -> add(method, new Found<>(thing, new Way(method, null, null), true), true));
      for (Act act : method.acts()) {
        kind.in(method, act)
            .ifPresent(
                thing -> add(method, new Found<>(thing, new Way(method, act, null), true), false));
      }
    }
    while (!open.isEmpty()) {
      pass(open.remove());
    }
  }

  private void add(MethodFacts method, Found<T> found, boolean onEntry) {
    Map<String, Map<T, Found<T>>> all = onEntry ? entries : bodies;
    Map<T, Found<T>> known = all.computeIfAbsent(method.id(), unused -> new LinkedHashMap<>());
    if (known.putIfAbsent(found.thing(), found) == null) {
      open.add(new News<>(method, found, onEntry));
    }
  }

  private void pass(News<T> news) {
    for (Facts.Site site : facts.sitesOf(news.method)) {
      Invoke call = site.call();
      boolean isSkipped = news.onEntry && call.dispatch() == Dispatch.SUPER
          || site.in().isConstruction() && call.on().isThis();
      if (!isSkipped) {
        lift(news.method, news.found, call, site.in())
            .ifPresent(found -> add(site.in(), found, false));
      }
    }
  }

  private Optional<Found<T>> lift(
      MethodFacts callee, Found<T> found, Invoke call, MethodFacts caller) {
    boolean certain = found.certain() && facts.targets(call).size() == 1;
    return kind.outside(found.thing(), Frame.of(call, callee))
        .map(thing -> new Found<>(thing, new Way(caller, call, found.way()), certain));
  }

  /** What {@code act} of {@code method} leads to, itself included. */
  List<Found<T>> from(MethodFacts method, Act act) {
    List<Found<T>> all = new ArrayList<>();
    kind.in(method, act)
        .ifPresent(thing -> all.add(new Found<>(thing, new Way(method, act, null), true)));
    if (act instanceof Invoke call && !(method.isConstruction() && call.on().isThis())) {
      for (MethodFacts target : facts.targets(call)) {
        if (call.dispatch() != Dispatch.SUPER) {
          lift(target, call, method, entries, all);
        }
        lift(target, call, method, bodies, all);
      }
    }
    return all;
  }

  private void lift(
      MethodFacts target,
      Invoke call,
      MethodFacts caller,
      Map<String, Map<T, Found<T>>> where,
      List<Found<T>> all) {
    Collection<Found<T>> known = where.getOrDefault(target.id(), Map.of()).values();
    known.forEach(found -> lift(target, found, call, caller).ifPresent(all::add));
  }
}
