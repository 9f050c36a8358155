package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who can end a wait, and which locks it needs for that. */
final class Enders {
  private record Place(MethodFacts method, Act act) {}

  private final Facts facts;
  private final Reach<Hold> locks;
  private final Callers callers;
  private final Map<Node, List<Place>> opens = new HashMap<>();
  private final Map<Node, List<Place>> sends = new HashMap<>();
  private final Map<Node, List<Place>> receives = new HashMap<>();
  private final Map<Node, List<Place>> takes = new HashMap<>();
  private final Map<String, List<Place>> writes = new HashMap<>();
  private final Set<Node> exported;

  Enders(Facts facts, Reach<Hold> locks) {
    this.facts = facts;
    this.locks = locks;
    this.callers = Callers.likely(facts);
    this.exported = facts.exported();
    for (MethodFacts method : facts.allMethods()) {
      method.acts().forEach(act -> sort(method, act));
    }
  }

  private void sort(MethodFacts method, Act act) {
    Place place = new Place(method, act);
    if (act instanceof Act.Open open) {
      put(opens, open.gate().node(), place);
    } else if (act instanceof Act.Send send) {
      put(sends, send.channel().node(), place);
    } else if (act instanceof Act.Await await && await.kind() == Act.Wait.RECEIVE) {
      await.what().ifPresent(channel -> put(receives, channel.node(), place));
    } else if (act instanceof Act.Take take) {
      put(takes, take.taken().lock().node(), place);
    } else if (act instanceof Act.Access access
        && access.isWrite()
        && !(method.isConstruction() && access.of().isThis())) {
      put(writes, access.owner() + "." + access.field(), place);
    }
  }

  private static <K> void put(Map<K, List<Place>> lists, K key, Place place) {
    lists.computeIfAbsent(key, unused -> new ArrayList<>()).add(place);
  }

  /** Whether others than this compilation may end it too. */
  boolean isOpenEnded(Waiting wait) {
    Optional<Node> node = wait.what().map(Resource::node);
    return switch (wait.reason()) {
      case GATE -> node.isEmpty() || exported.contains(node.get());
      case SEND, IDLE ->
        node.isEmpty() || facts.channel(node.get()).map(ChannelFacts::exported).orElse(true);
      case RECEIVE -> node.isEmpty() || exported.contains(node.get());
      default -> false;
    };
  }

  /** Everyone in this compilation who can end {@code wait}, which {@code waiter} does. */
  List<Ender> of(Waiting wait, MethodFacts waiter) {
    Optional<Node> node = wait.what().map(Resource::node);
    List<Ender> all = new ArrayList<>();
    switch (wait.reason()) {
      case GATE ->
        node.ifPresent(it -> places(opens, it)
            .forEach(place -> all.add(at(place, ((Act.Open) place.act).gate().of()))));
      case SEND, IDLE -> node.ifPresent(it -> receivers(it, all));
      case RECEIVE -> node.ifPresent(it -> senders(it, all));
      case TASK -> wait.bodies().forEach(body -> body(body).ifPresent(all::add));
      case PERMIT -> node.ifPresent(it -> leases(it, all));
      case GUARD -> writers(wait, waiter, all);
      default -> {}
    }
    return all;
  }

  private static <K> List<Place> places(Map<K, List<Place>> lists, K key) {
    return lists.getOrDefault(key, List.of());
  }

  private Ender at(Place place, Path of) {
    List<Hold> held = callers.at(place.method, place.act);
    return new Ender(place.method, of, held, place.act.spot());
  }

  /** Who has a permit gives it back only after it got all the locks that it takes meanwhile. */
  private void leases(Node permits, List<Ender> all) {
    for (MethodFacts method : facts.allMethods()) {
      if (method.entry().permit().filter(it -> it.what().node().equals(permits)).isPresent()) {
        whole(method.id(), Path.THIS).ifPresent(all::add);
      }
    }
    for (Place place : places(takes, permits)) {
      Collection<Hold> needs = new LinkedHashSet<>();
      for (Act act : place.method.acts()) {
        if (act.held().stream().anyMatch(hold -> hold.lock().node().equals(permits))) {
          locks.from(place.method, act).forEach(found -> needs.add(found.thing()));
        }
      }
      Path of = ((Act.Take) place.act).taken().lock().of();
      all.add(new Ender(place.method, of, needs, place.act.spot()));
    }
  }

  private void receivers(Node channel, List<Ender> all) {
    for (Activation activation : facts.activations()) {
      if (activation.from().filter(it -> it.node().equals(channel)).isPresent()) {
        whole(activation.method(), channel.shared() ? Path.SHARED : Path.THIS).ifPresent(all::add);
      }
    }
    places(receives, channel)
        .forEach(place -> all.add(
            at(place, ((Act.Await) place.act).what().map(Resource::of).orElse(Path.UNKNOWN))));
  }

  private void senders(Node channel, List<Ender> all) {
    for (Activation activation : facts.activations()) {
      if (activation.to().filter(it -> it.node().equals(channel)).isPresent()) {
        whole(activation.method(), channel.shared() ? Path.SHARED : Path.THIS).ifPresent(all::add);
      }
    }
    places(sends, channel)
        .forEach(place -> all.add(at(place, ((Act.Send) place.act).channel().of())));
  }

  private Optional<Ender> body(String id) {
    Optional<String> target = facts.method(id).flatMap(MethodFacts::twinOf);
    return whole(target.orElse(id), Path.THIS);
  }

  /** A method that has to come to its end, so that it needs every lock that it takes. */
  private Optional<Ender> whole(String id, Path of) {
    return facts.method(id).map(method -> {
      Collection<Hold> needs = new LinkedHashSet<>(method.entry().locks());
      method
          .acts()
          .forEach(act -> locks.from(method, act).forEach(found -> needs.add(found.thing())));
      return new Ender(method, of, needs, method.spot());
    });
  }

  private void writers(Waiting wait, MethodFacts waiter, List<Ender> all) {
    for (String field : read(wait.bodies().get(0))) {
      for (Place place : places(writes, field)) {
        if (!place.method.equals(waiter)) {
          all.add(at(place, ((Act.Access) place.act).of()));
        }
      }
    }
  }

  /** The fields that a guard reads, by itself or by calls on the same object. */
  private Set<String> read(String guard) {
    Set<String> fields = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(guard));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (!seen.add(id)) {
        continue;
      }
      for (Act act : facts.method(id).map(MethodFacts::acts).orElse(List.of())) {
        if (act instanceof Act.Access access) {
          fields.add(access.owner() + "." + access.field());
        } else if (act instanceof Act.Invoke call && call.on().isThis()) {
          facts.targets(call).forEach(target -> open.add(target.id()));
        }
      }
    }
    return fields;
  }
}
