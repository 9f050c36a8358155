package io.lappet.internal.fabric;

import io.lappet.WiringException;
import io.lappet.Worker;
import io.lappet.internal.channel.ChannelCore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who sends to a channel and who takes from it, and which channels have come to their end. Channels
 * that belong to no component are shared: those that use them come and go, so they do not end.
 *
 * <p>Looked at when a worker has ended and when a channel in a circle is idle. Closing a channel is
 * idempotent, so several threads may look at the same time: each looks after its own news is in.
 */
final class Wiring {
  private final List<WorkerCore> workers;
  private final List<ConsumerWorker<?, ?, ?>> consumers = new ArrayList<>(); // of them
  private final Map<ChannelCore<?>, Circle> circles = new LinkedHashMap<>(); // of each channel

  Wiring(Collection<Component> components) {
    workers =
        components.stream().flatMap(component -> component.workers.stream()).toList();
    for (WorkerCore worker : workers) {
      if (worker instanceof ConsumerWorker<?, ?, ?> consumer) {
        consumers.add(consumer);
      }
    }
    Set<ChannelCore<?>> channels = new LinkedHashSet<>();
    components.forEach(component -> channels.addAll(component.channels));
    channels.forEach(channel -> circles.put(channel, circle(channel, channels)));
  }

  /**
   * Channels that come to their end together.
   *
   * @param channels one, or several whose messages lead to each other
   * @param turns whether messages may come back to where they were
   * @param senders those outside of it that send into it
   * @param endless whether somebody may always send into it, or nobody ever does
   */
  private record Circle(
      Set<ChannelCore<?>> channels, boolean turns, List<WorkerCore> senders, boolean endless) {
    /** Whether everybody outside has ended, and nothing inside is unfinished. */
    boolean hasEnded() {
      if (endless) {
        return false;
      }
      for (WorkerCore sender : senders) {
        if (!sender.isOver()) {
          return false;
        }
      }
      return !turns || nothingUnfinished(channels);
    }
  }

  /** A channel is idle: closes what has ended with that, which only a circle does. */
  void closeIfEnded(ChannelCore<?> channel) {
    Circle circle = circles.get(channel);
    if (circle != null && circle.turns && circle.hasEnded()) {
      closeWhatHasEnded();
    }
  }

  /** Whether somebody is left who takes messages out of the channel by being called with them. */
  boolean hasLivingConsumer(ChannelCore<?> channel) {
    return consumers(channel).stream().anyMatch(WorkerCore::isAlive);
  }

  /**
   * Refuses workers that have not started and would send to a shared channel that nobody takes from,
   * or take from one that nobody sends to.
   *
   * @throws WiringException if there is one; it names all of them
   */
  void requireOtherSides() {
    List<String> faults = new ArrayList<>();
    for (WorkerCore worker : workers) {
      if (worker.state() == Worker.State.NEW) {
        ChannelCore<?> input = worker.input();
        if (input != null && isShared(input) && !hasSender(input)) {
          faults.add(fault(input, worker.name() + " takes from it", "sends to it"));
        }
        for (ChannelCore<?> output : worker.outputs()) {
          if (isShared(output) && !hasReceiver(output)) {
            faults.add(fault(output, worker.name() + " sends to it", "takes from it"));
          }
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new WiringException(String.join("\n", faults));
    }
  }

  private static String fault(ChannelCore<?> channel, String who, String other) {
    return "Shared channel \""
        + channel.name()
        + "\" has no other side: "
        + who
        + ", and nobody "
        + other
        + ". Make the object that does before the start.";
  }

  private boolean isShared(ChannelCore<?> channel) {
    return !circles.containsKey(channel);
  }

  private boolean hasSender(ChannelCore<?> channel) {
    return channel.isSentByHand() || !senders(channel).isEmpty();
  }

  private boolean hasReceiver(ChannelCore<?> channel) {
    return channel.isReceivedByHand() || !consumers(channel).isEmpty();
  }

  /** The wiring as a Mermaid flow chart; {@code channels} are all that there are in the fabric. */
  String describe(List<ChannelCore<?>> channels) {
    return Chart.of(channels, workers);
  }

  /** Closes the channels whose senders have all ended, and those that nobody can take from. */
  void closeWhatHasEnded() {
    for (ConsumerWorker<?, ?, ?> consumer : consumers) {
      if (consumer.isOver()) {
        consumer.giveUpInput();
      }
    }
    circles.forEach((channel, circle) -> {
      if (!channel.isClosed() && (circle.hasEnded() || noOneTakes(channel))) {
        channel.close();
      }
    });
  }

  /** Whether every consumer has ended and nobody receives by hand: senders would wait for ever. */
  private boolean noOneTakes(ChannelCore<?> channel) {
    List<WorkerCore> consumers = consumers(channel);
    return !consumers.isEmpty()
        && !channel.isReceivedByHand()
        && consumers.stream().allMatch(WorkerCore::isOver);
  }

  /**
   * Whether there was an instant at which every message of {@code channels} was done. Both counts
   * only grow and done never exceeds sent, so if all that was done, read first, equals all that was
   * sent, read afterwards, then so it was in between (Mattern's counting of messages).
   */
  static boolean nothingUnfinished(Collection<ChannelCore<?>> channels) {
    long done = 0;
    for (ChannelCore<?> channel : channels) {
      done += channel.done();
    }
    long sent = 0;
    for (ChannelCore<?> channel : channels) {
      sent += channel.sent();
    }
    return done == sent;
  }

  private Circle circle(ChannelCore<?> channel, Set<ChannelCore<?>> declared) {
    Set<ChannelCore<?>> reached = downstream(channel);
    Set<ChannelCore<?>> members = new LinkedHashSet<>(List.of(channel));
    reached.stream().filter(next -> downstream(next).contains(channel)).forEach(members::add);
    boolean turns = reached.contains(channel);
    List<WorkerCore> senders =
        members.stream().flatMap(m -> senders(m).stream()).toList();
    List<WorkerCore> outside = senders.stream()
        .filter(sender -> !turns || sender.input() == null || !members.contains(sender.input()))
        .toList();
    boolean open = members.stream().anyMatch(m -> m.isSentByHand() || !declared.contains(m));
    return new Circle(members, turns, outside, open || senders.isEmpty());
  }

  /** All channels that a message of this one may lead to. */
  private Set<ChannelCore<?>> downstream(ChannelCore<?> channel) {
    Set<ChannelCore<?>> seen = new LinkedHashSet<>();
    Deque<ChannelCore<?>> open = new ArrayDeque<>(List.of(channel));
    while (!open.isEmpty()) {
      for (WorkerCore consumer : consumers(open.remove())) {
        for (ChannelCore<?> next : consumer.outputs()) {
          if (seen.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return seen;
  }

  private List<WorkerCore> senders(ChannelCore<?> channel) {
    return workers.stream().filter(worker -> worker.outputs().contains(channel)).toList();
  }

  /** Who takes from a channel by being called. */
  List<WorkerCore> consumers(ChannelCore<?> channel) {
    return workers.stream().filter(worker -> worker.input() == channel).toList();
  }
}
