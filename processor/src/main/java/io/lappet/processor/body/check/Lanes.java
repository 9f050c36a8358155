package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.MethodFacts.Twin;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which methods run on which lane, and how many threads a lane has. */
final class Lanes {
  /**
   * A method or lambda that is given to a lane.
   *
   * @param lane as the method of the task names it
   */
  record Task(MethodFacts method, Resource lane) {}

  private final Facts facts;
  private final Map<String, List<Optional<Resource>>> given = new HashMap<>();
  private final List<Task> tasks = new ArrayList<>();

  Lanes(Facts facts) {
    this.facts = facts;
    boolean areUsed = facts.allClasses().stream()
        .flatMap(type -> type.resources().stream())
        .anyMatch(it -> it.node().kind() == Node.Kind.LANE && it.count() > 0);
    if (areUsed) {
      facts.allMethods().forEach(this::read);
    }
  }

  private void read(MethodFacts method) {
    method
        .twin()
        .ifPresent(twin -> twin.lane().ifPresent(lane -> add(facts.method(twin.target()), lane)));
    for (Act act : method.acts()) {
      if (act instanceof Act.Start start) {
        given.computeIfAbsent(start.body(), unused -> new ArrayList<>()).add(start.lane());
        if (start.on().isThis() || start.lane().filter(it -> it.node().shared()).isPresent()) {
          start.lane().ifPresent(lane -> add(facts.method(start.body()), lane));
        }
      }
    }
  }

  private void add(Optional<MethodFacts> method, Resource lane) {
    if (lane.isExact()) {
      method.ifPresent(it -> tasks.add(new Task(it, lane)));
    }
  }

  /** Whether {@code lane} of one object has one thread only, so that its tasks take turns. */
  static boolean isSerial(Resource lane, Facts facts) {
    return lane.isExact() && facts.count(lane.node()) == 1;
  }

  /** What runs on lanes that are the same in all calls on one object. */
  List<Task> tasks() {
    return tasks;
  }

  /** Where a body runs, as its own object names it; what nobody knows is empty. */
  Optional<Venue> venue(String body) {
    Optional<Twin> twin = facts.method(body).flatMap(MethodFacts::twin);
    if (twin.isPresent()) {
      return facts
          .method(twin.get().target())
          .map(target -> new Venue(target, twin.get().lane(), twin.get().inPlace()));
    }
    List<Optional<Resource>> lanes = given.getOrDefault(body, List.of());
    return lanes.stream().distinct().count() == 1
        ? facts.method(body).map(method -> new Venue(method, lanes.get(0), false))
        : Optional.empty();
  }

  /**
   * Where a body runs.
   *
   * @param lane empty if it has a thread of its own
   * @param inPlace whether who waits for it may run it
   */
  record Venue(MethodFacts method, Optional<Resource> lane, boolean inPlace) {}
}
