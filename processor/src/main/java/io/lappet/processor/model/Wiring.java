package io.lappet.processor.model;

import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The channels of one class: those with an accessor, then those that are implied by their use, in
 * the order in which they are first named.
 */
public final class Wiring {
  private final Map<String, ChannelAccessor> accessors = new LinkedHashMap<>();
  private final Map<String, List<End>> senders = new LinkedHashMap<>();
  private final Map<String, List<End>> receivers = new LinkedHashMap<>();
  private final Map<String, ChannelModel> channels = new LinkedHashMap<>();

  private Wiring() {}

  /** Finds out who uses which channel, and what each carries. */
  public static Wiring of(WovenModel woven) {
    Wiring wiring = new Wiring();
    woven.channelAccessors().forEach(it -> wiring.accessors.put(it.channel().channel(), it));
    woven.activations().forEach(wiring::addEnds);
    // The type of dead letters follows from the channel that their messages come from.
    List<ActivationModel> buriers =
        woven.activations().stream().filter(it -> it.failure().deadLetters().isPresent()).toList();
    buriers.forEach(wiring::addDeadLetters);
    wiring.names().forEach(name -> wiring.channels.put(name, wiring.channel(name)));
    return wiring;
  }

  /** The channels. */
  public List<ChannelModel> channels() {
    return List.copyOf(channels.values());
  }

  private void addEnds(ActivationModel activation) {
    activation.from().ifPresent(end -> put(receivers, end));
    activation.to().ifPresent(end -> put(senders, end));
  }

  private void addDeadLetters(ActivationModel activation) {
    activation
        .from()
        .ifPresent(
            from -> {
              FailureModel.DeadLetters letters = activation.failure().deadLetters().orElseThrow();
              String who = "the failures of " + activation.call().label();
              MessageType type = type(from.channel()).deadLetter();
              put(senders, new End(letters.channel(), who, type, true, letters.place(), letters.place()));
            });
  }

  private static void put(Map<String, List<End>> ends, End end) {
    ends.computeIfAbsent(end.channel(), name -> new ArrayList<>()).add(end);
  }

  private Set<String> names() {
    Set<String> names = new java.util.LinkedHashSet<>(accessors.keySet());
    names.addAll(receivers.keySet());
    names.addAll(senders.keySet());
    return names;
  }

  private ChannelModel channel(String name) {
    return new ChannelModel(
        name,
        type(name),
        Optional.ofNullable(accessors.get(name)),
        senders.getOrDefault(name, List.of()),
        receivers.getOrDefault(name, List.of()));
  }
}
