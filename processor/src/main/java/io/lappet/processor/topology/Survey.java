package io.lappet.processor.topology;

import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.ConsumerModel;
import io.lappet.processor.model.ActivationModel.DaemonModel;
import io.lappet.processor.model.ActivationModel.ProducerModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ChannelShape;
import io.lappet.processor.model.GateUse;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.LockModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.Locks;
import io.lappet.processor.model.PermitUse;
import io.lappet.processor.model.PermitsShape;
import io.lappet.processor.model.SharedModel;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.WovenModel;
import io.lappet.processor.topology.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Enters what one class declares into the topology of its module. */
public final class Survey {
  private final Topology topology;
  private final WovenModel woven;
  private final String owner;

  private Survey(Topology topology, WovenModel woven) {
    this.topology = topology;
    this.woven = woven;
    this.owner = woven.type().name().canonicalName();
  }

  /** Enters {@code woven} with its channels. */
  public static void enter(Topology topology, WovenModel woven, List<ChannelModel> channels) {
    Survey survey = new Survey(topology, woven);
    channels.stream().filter(channel -> channel.shared().isEmpty()).forEach(survey::channel);
    Locks.of(woven).values().forEach(survey::lock);
    woven.accessors().forEach(accessor -> resource(topology, survey.owner, accessor));
    woven.activations().forEach(survey::activation);
    woven.guarded().forEach(survey::guarded);
    woven.twins().forEach(survey::twin);
  }

  /** Enters the resources of a shared interface. */
  public static void enter(Topology topology, SharedModel shared) {
    String owner = shared.type().name().canonicalName();
    for (AccessorModel accessor : shared.resources()) {
      if (accessor instanceof ChannelAccessor channel) {
        topology.add(
            new Node(Kind.CHANNEL, owner, channel.channel().channel(), shape(channel.shape())));
      } else if (accessor instanceof LockAccessor lock) {
        topology.add(new Node(
            Kind.LOCK, owner, lock.signature().name(), lock.readWrite() ? "read-write" : ""));
      }
      resource(topology, owner, accessor);
    }
  }

  // ---- nodes

  private void channel(ChannelModel channel) {
    topology.add(new Node(Kind.CHANNEL, owner, channel.name(), shape(channel.shape())));
  }

  private static String shape(ChannelShape shape) {
    List<String> parts = new ArrayList<>();
    parts.add(shape.isUnbounded() ? "unbounded" : Integer.toString(shape.capacity()));
    if (!shape.isUnbounded() && !shape.blocks()) {
      parts.add(words(shape.overflow()));
    }
    if (!shape.isFifo()) {
      parts.add(words(shape.order()));
    }
    if (shape.topic()) {
      parts.add("topic");
    }
    return String.join(", ", parts);
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void lock(LockModel lock) {
    if (woven.scope().shared(lock.name()).isEmpty()) {
      String kind = lock.kind() == LockModel.Kind.PLAIN ? "" : words(lock.kind().name());
      String detail = lock.fair() ? (kind.isEmpty() ? "fair" : kind + ", fair") : kind;
      topology.add(new Node(Kind.LOCK, owner, lockName(lock.name()), detail));
    }
  }

  private static String lockName(String name) {
    return name.isEmpty() ? "this" : name;
  }

  private static void resource(Topology topology, String owner, AccessorModel accessor) {
    String name = accessor.signature().name();
    if (accessor instanceof GateAccessor) {
      topology.add(new Node(Kind.GATE, owner, name, ""));
    } else if (accessor instanceof PermitsAccessor permits) {
      topology.add(new Node(Kind.PERMITS, owner, name, shape(permits.shape())));
    }
  }

  private static String shape(PermitsShape shape) {
    return shape.permits() + (shape.fair() ? ", fair" : "");
  }

  // ---- what runs

  private void activation(ActivationModel activation) {
    Kind kind = activation instanceof ConsumerModel
        ? Kind.CONSUMER
        : activation instanceof ProducerModel
            ? Kind.PRODUCER
            : activation instanceof DaemonModel ? Kind.DAEMON : Kind.TIMER;
    String method = activation.call().method();
    int threads = activation.workers().concurrency();
    String detail = threads == 1 ? "" : threads + " threads";
    Node node = new Node(kind, owner, method, detail);
    topology.add(node);
    activation.from().ifPresent(end -> edge(node, Edge.Kind.RECEIVES, end.channel()));
    activation.to().ifPresent(end -> edge(node, Edge.Kind.SENDS, end.channel()));
    activation
        .failure()
        .deadLetters()
        .ifPresent(letters -> edge(node, Edge.Kind.BURIES, letters.channel()));
  }

  private void twin(TwinModel twin) {
    String lane = twin.lane().map(name -> "on lane " + name).orElse("");
    Node node = new Node(Kind.TWIN, owner, twin.signature().name(), lane);
    topology.add(node);
    edge(node, Edge.Kind.RUNS, twin.target());
  }

  private void guarded(GuardedModel method) {
    String name = method.signature().name();
    boolean isActivation =
        woven.activations().stream().anyMatch(it -> it.call().method().equals(name));
    Node node = new Node(Kind.METHOD, owner, name, "");
    if (!isActivation) {
      topology.add(node);
    }
    method.gate().map(GateUse::gate).ifPresent(gate -> edge(node, Edge.Kind.WAITS, gate));
    method
        .guard()
        .ifPresent(guard ->
            topology.add(new Edge(node.id(), Edge.Kind.WAITS, owner + "." + guard.label())));
    method.permit().ifPresent(permit -> permit(node, permit));
    for (LockUse lock : method.locks()) {
      boolean reads = method.hold().filter(HoldModel::read).isPresent();
      edge(node, reads ? Edge.Kind.READS : Edge.Kind.TAKES, lock.lock());
      permitOf(method)
          .ifPresent(
              permits -> topology.add(new Edge(permits, Edge.Kind.THEN, target(lock.lock()))));
    }
  }

  private void permit(Node method, PermitUse use) {
    if (use instanceof PermitUse.OfAll all) {
      edge(method, Edge.Kind.TAKES, all.permits());
    } else if (use instanceof PermitUse.OfMethod own) {
      String name = method.name() + " permits";
      topology.add(new Node(Kind.PERMITS, owner, name, shape(own.shape())));
      topology.add(new Edge(method.id(), Edge.Kind.TAKES, owner + "." + name));
    }
  }

  private java.util.Optional<String> permitOf(GuardedModel method) {
    return method
        .permit()
        .map(use -> use instanceof PermitUse.OfAll all
            ? target(all.permits())
            : owner + "." + method.signature().name() + " permits");
  }

  // ---- edges

  private void edge(Node from, Edge.Kind kind, Handle to) {
    topology.add(new Edge(from.id(), kind, target(to)));
  }

  private void edge(Node from, Edge.Kind kind, String to) {
    topology.add(new Edge(from.id(), kind, target(to)));
  }

  /** What a name in an annotation means, by the class that it belongs to. */
  private String target(String name) {
    return woven
        .scope()
        .shared(name)
        .map(shared -> shared.owner().type().name().canonicalName() + "." + name)
        .orElse(owner + "." + lockName(name));
  }

  /** What another object hands out is known by the way to it. */
  private String target(Handle handle) {
    if (handle instanceof Handle.OfOwner other) {
      return target(other.lock());
    }
    return target(handle.text());
  }
}
