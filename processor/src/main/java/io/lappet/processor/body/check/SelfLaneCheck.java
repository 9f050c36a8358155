package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Lanes.Task;
import io.lappet.processor.body.check.Lanes.Venue;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Act.Wait;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a lane does not wait for a task elsewhere that waits for the lane: all its threads may do
 * so. A wait for a task of the same lane is right, as that one is run in place.
 */
final class SelfLaneCheck implements BodyCheck {
  /**
   * A method that is reached.
   *
   * @param on the lane whose thread runs it; empty if it has one of its own
   * @param by the call or the wait that leads there; null at the beginning
   */
  private record Stop(
      MethodFacts method,
      Optional<Resource> on,
      @Nullable Stop from,
      @Nullable Act by) {
    List<Stop> way() {
      List<Stop> way = from == null ? new ArrayList<>() : from.way();
      way.add(this);
      return way;
    }

    String text() {
      String verb = by instanceof Await ? "waits for" : "calls";
      return by == null
          ? ""
          : "%s %s (%s)".formatted(verb, method.fullLabel(), by.spot().text());
    }
  }

  private record State(String method, Optional<Resource> on) {}

  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.SELF_LIMIT)) {
      return;
    }
    Lanes lanes = new Lanes(facts);
    Set<String> told = new HashSet<>();
    for (Task task : lanes.tasks()) {
      if (facts.count(task.lane().node()) > 0 && told.add(task.method().id())) {
        find(task, lanes, facts).ifPresent(end -> tell(task, end, facts, report));
      }
    }
  }

  /** The nearest task of the lane that is waited for by who cannot run it. */
  private static Optional<Stop> find(Task task, Lanes lanes, Facts facts) {
    Deque<Stop> open = new ArrayDeque<>();
    Set<State> seen = new HashSet<>();
    open.add(new Stop(task.method(), Optional.of(task.lane()), null, null));
    while (!open.isEmpty()) {
      Stop at = open.remove();
      if (!seen.add(new State(at.method().id(), at.on()))) {
        continue;
      }
      for (Act act : at.method().acts()) {
        for (Stop next : next(at, act, task.lane(), lanes, facts)) {
          boolean isBack = act instanceof Await
              && next.on().equals(Optional.of(task.lane()))
              && !next.on().equals(at.on());
          if (isBack) {
            return Optional.of(next);
          }
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }

  private static List<Stop> next(Stop at, Act act, Resource lane, Lanes lanes, Facts facts) {
    boolean isShared = lane.node().shared();
    List<Stop> all = new ArrayList<>();
    if (act instanceof Invoke call && (isShared || call.on().isThis())) {
      facts.targets(call).forEach(callee -> all.add(new Stop(callee, at.on(), at, act)));
    } else if (act instanceof Await await
        && (await.kind() == Wait.TASK || await.kind() == Wait.GROUP)
        && !await.timed()
        && (isShared || await.what().filter(it -> it.of().isThis()).isPresent())) {
      for (String body : await.bodies()) {
        lanes.venue(body).ifPresent(venue -> all.add(stop(venue, at, act)));
      }
    }
    return all;
  }

  private static Stop stop(Venue venue, Stop at, Act act) {
    Optional<Resource> on = venue.inPlace() ? at.on() : venue.lane();
    return new Stop(venue.method(), on, at, act);
  }

  private static void tell(Task task, Stop end, Facts facts, BodyReport report) {
    List<Stop> way = end.way();
    List<Stop> steps = way.subList(1, way.size());
    String name = "lane " + task.lane().node().quoted();
    int threads = facts.count(task.lane().node());
    MethodFacts between = steps.stream()
        .filter(stop -> !stop.on().equals(Optional.of(task.lane())))
        .findFirst()
        .map(Stop::method)
        .orElse(end.method());
    Act first = steps.get(0).by();
    report.add(
        Problem.SELF_LIMIT,
        first == null ? task.method().spot() : first.spot(),
        BodyReport.suppressed(way.stream().map(Stop::method).toList()),
        task.method().label(),
        threads == 1
            ? "runs on the only thread of " + name
            : "runs on one of the %d threads of %s".formatted(threads, name),
        String.join(", which ", steps.stream().map(Stop::text).toList()),
        "Let %s run on %s too, where tasks that wait for each other run in place; or %s on another lane."
            .formatted(between.label(), name, end.method().label()));
  }
}
