package io.lappet.processor.model;

import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who sends to which channel of a class, who receives from it, and what it carries.
 *
 * <p>A channel has the type that its accessor declares, or else that of a sender handle that is given
 * away. An implied channel has the type of one of its ends: the first that suits all the others,
 * receivers before senders.
 */
public final class Wiring {
  private final Map<String, ChannelAccessor> accessors = new LinkedHashMap<>();
  private final Map<String, SharedResource> shared = new LinkedHashMap<>();
  private final List<ActivationModel> activations;
  private final Map<String, List<End>> senders = new LinkedHashMap<>();
  private final Map<String, List<End>> receivers = new LinkedHashMap<>();

  private Wiring(List<ActivationModel> activations) {
    this.activations = activations;
  }

  /**
   * The channels of {@code woven}: those with an accessor, then those that are implied by their use,
   * in the order in which they are first named.
   */
  public static List<ChannelModel> of(WovenModel woven) {
    Wiring wiring = new Wiring(woven.activations());
    woven
        .accessors(ChannelAccessor.class)
        .forEach(it -> wiring.accessors.put(it.channel().channel(), it));
    Set<String> names = new LinkedHashSet<>(wiring.accessors.keySet());
    for (ActivationModel activation : wiring.activations) {
      activation.from().ifPresent(end -> put(wiring.receivers, end.channel(), end));
      activation.to().ifPresent(end -> put(wiring.senders, end.channel(), end));
      Stream.of(
              activation.from().map(End::channel),
              activation.to().map(End::channel),
              deadLetters(activation))
          .flatMap(Optional::stream)
          .forEach(names::add);
    }
    names.forEach(name -> woven.scope().shared(name).ifPresent(wiring::share));
    return names.stream().map(wiring::channel).toList();
  }

  private void share(SharedResource resource) {
    if (resource.accessor() instanceof ChannelAccessor accessor) {
      shared.put(resource.name(), resource);
      accessors.put(resource.name(), accessor);
    }
  }

  private static <T> void put(Map<String, List<T>> lists, String name, T value) {
    lists.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private ChannelModel channel(String name) {
    return new ChannelModel(
        name,
        type(name, Set.of()),
        Optional.ofNullable(accessors.get(name)),
        Optional.ofNullable(shared.get(name)),
        senders(name, Set.of()),
        receivers.getOrDefault(name, List.of()),
        using(
            name,
            it -> Stream.concat(it.to().map(End::channel).stream(), deadLetters(it).stream())),
        using(name, it -> it.from().map(End::channel).stream()));
  }

  private List<ActivationModel> using(
      String name, Function<ActivationModel, Stream<String>> channels) {
    return activations.stream()
        .filter(it -> channels.apply(it).anyMatch(name::equals))
        .toList();
  }

  private static Optional<String> deadLetters(ActivationModel activation) {
    return activation.failure().deadLetters().map(FailureModel.DeadLetters::channel);
  }

  /** Everyone who sends to a channel; failures last, as they are not what it is there for. */
  private List<End> senders(String name, Set<String> asked) {
    List<End> all = new ArrayList<>(senders.getOrDefault(name, List.of()));
    for (ActivationModel burier : using(name, it -> deadLetters(it).stream())) {
      burier
          .from()
          .filter(from -> !asked.contains(from.channel()))
          .map(from -> deadLetters(burier, from, asked))
          .ifPresent(all::add);
    }
    return all;
  }

  private End deadLetters(ActivationModel burier, End from, Set<String> asked) {
    FailureModel.DeadLetters letters = burier.failure().deadLetters().orElseThrow();
    MessageType type = type(from.channel(), asked).deadLetter();
    return new End(
        letters.channel(),
        burier.call().label(),
        type,
        End.Kind.FAILURES,
        letters.place(),
        letters.place());
  }

  /**
   * What a channel carries.
   *
   * @param asked the channels whose type depends on the answer, which therefore cannot depend on
   *     theirs
   */
  private MessageType type(String name, Set<String> asked) {
    if (accessors.containsKey(name)) {
      return accessors.get(name).channel().type();
    }
    Set<String> nowAsked = new LinkedHashSet<>(asked);
    nowAsked.add(name);
    List<End> in = senders(name, nowAsked);
    List<End> out = receivers.getOrDefault(name, List.of());
    List<MessageType> candidates = Stream.of(
            in.stream().filter(end -> end.kind() == End.Kind.HANDLE), out.stream(), in.stream())
        .flatMap(ends -> ends)
        .map(end -> end.type().boxed())
        .toList();
    return candidates.stream()
        .filter(type -> in.stream().allMatch(end -> end.canSend(type)))
        .filter(type -> out.stream().allMatch(end -> end.canReceive(type)))
        .findFirst()
        .orElseGet(() -> candidates.get(0));
  }
}
