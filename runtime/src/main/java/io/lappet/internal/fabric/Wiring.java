package io.lappet.internal.fabric;

import io.lappet.WiringException;
import io.lappet.Worker;
import io.lappet.internal.channel.ChannelCore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final Set<ChannelCore<?>> channels = new LinkedHashSet<>();
  private final Set<ChannelCore<?>> circular = new LinkedHashSet<>();

  Wiring(Collection<Component> components) {
    workers =
        components.stream().flatMap(component -> component.workers.stream()).toList();
    components.forEach(component -> channels.addAll(component.channels));
    for (ChannelCore<?> channel : channels) {
      if (downstream(channel).contains(channel)) {
        circular.add(channel);
      }
    }
  }

  /** Whether the messages of a channel may come back to it. */
  boolean isCircular(ChannelCore<?> channel) {
    return circular.contains(channel);
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
    return !channels.contains(channel);
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
    for (WorkerCore worker : workers) {
      if (worker instanceof ConsumerWorker<?, ?, ?> consumer && worker.isOver()) {
        consumer.giveUpInput();
      }
    }
    for (ChannelCore<?> channel : channels) {
      if (!channel.isClosed() && (noMoreComes(channel) || noOneTakes(channel))) {
        channel.close();
      }
    }
  }

  /**
   * Whether all senders have ended. Channels in a circle end together, when everybody outside of it
   * who sends into it has ended and nothing in it is unfinished.
   */
  private boolean noMoreComes(ChannelCore<?> channel) {
    Set<ChannelCore<?>> circle = circle(channel);
    boolean anySender = false;
    for (ChannelCore<?> member : circle) {
      if (member.isSentByHand() || isShared(member)) {
        return false;
      }
      for (WorkerCore sender : senders(member)) {
        anySender = true;
        ChannelCore<?> input = sender.input();
        boolean inside = isCircular(channel) && input != null && circle.contains(input);
        if (!inside && !sender.isOver()) {
          return false;
        }
      }
    }
    return anySender && (!isCircular(channel) || nothingUnfinished(circle));
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
    long done = channels.stream().mapToLong(ChannelCore::done).sum();
    long sent = channels.stream().mapToLong(ChannelCore::sent).sum();
    return done == sent;
  }

  /** The channel and all those that it reaches and is reached from. */
  private Set<ChannelCore<?>> circle(ChannelCore<?> channel) {
    Set<ChannelCore<?>> circle = new LinkedHashSet<>(List.of(channel));
    for (ChannelCore<?> next : downstream(channel)) {
      if (downstream(next).contains(channel)) {
        circle.add(next);
      }
    }
    return circle;
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

  private List<WorkerCore> consumers(ChannelCore<?> channel) {
    return workers.stream().filter(worker -> worker.input() == channel).toList();
  }
}
