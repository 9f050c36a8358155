package io.lappet.processor.model;

import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import java.util.List;
import java.util.Optional;

/**
 * A channel with everyone who uses it.
 *
 * @param type what it carries
 * @param accessor what declares it
 * @param shared the resource it is, if it belongs to a shared interface
 * @param sending the activations that are senders
 * @param receiving the activations that are receivers
 */
public record ChannelModel(
    String name,
    MessageType type,
    Optional<ChannelAccessor> accessor,
    Optional<SharedResource> shared,
    List<End> senders,
    List<End> receivers,
    List<ActivationModel> sending,
    List<ActivationModel> receiving) {
  /** The resource that {@code end} is the accessor of, in a shared interface. */
  public Optional<SharedResource> declaredBy(End end) {
    return shared.filter(it -> accessor.filter(its -> its.channel().equals(end)).isPresent());
  }

  /** The channel of {@code accessor}, as far as that alone says. */
  public static ChannelModel ofAccessor(ChannelAccessor accessor) {
    End end = accessor.channel();
    return new ChannelModel(
        end.channel(),
        end.type(),
        Optional.of(accessor),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** How much it holds, in which order, and for whom. */
  public ChannelShape shape() {
    return accessor.map(ChannelAccessor::shape).orElse(ChannelShape.DEFAULT);
  }

  /** Whether a handle to send escapes. */
  public boolean isSentByHand() {
    return accessor.filter(ChannelAccessor::sends).isPresent();
  }

  /**
   * Whether a handle to receive escapes. A handle for both ends of a topic, or of a channel with a
   * key, is one to send, to wait and to close: to receive through it is refused when that is done.
   */
  public boolean isReceivedByHand() {
    boolean consumersOnly = isSentByHand() && (shape().topic() || key().isPresent());
    return accessor.filter(ChannelAccessor::receives).isPresent() && !consumersOnly;
  }

  /** All who send to it, if it is known that there will never be others. */
  public List<ActivationModel> onlySenders() {
    boolean known = !isSentByHand() && sending.stream().noneMatch(ActivationModel::pushes);
    return known && shared.isEmpty() ? sending : List.of();
  }

  /** All who receive from it, if it is known that there will never be others. */
  public List<ActivationModel> onlyReceivers() {
    return isReceivedByHand() || shared.isPresent() ? List.of() : receiving;
  }

  /** What decides which of its messages are handled one at a time. */
  public Optional<MessageKey> key() {
    return receiving.stream().flatMap(it -> it.key().stream()).findFirst();
  }

  /** Whether anyone sends to it. */
  public boolean hasSender() {
    return isSentByHand() || !senders.isEmpty();
  }

  /** Whether anyone receives from it. */
  public boolean hasReceiver() {
    return isReceivedByHand() || !receivers.isEmpty();
  }
}
