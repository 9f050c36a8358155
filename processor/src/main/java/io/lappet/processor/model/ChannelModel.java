package io.lappet.processor.model;

import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import java.util.List;
import java.util.Optional;

/**
 * A channel with everyone who uses it.
 *
 * @param type what it carries
 */
public record ChannelModel(
    String name,
    MessageType type,
    Optional<ChannelAccessor> accessor,
    List<End> senders,
    List<End> receivers) {
  /** How much it holds. */
  public ChannelShape shape() {
    return accessor.map(ChannelAccessor::shape).orElse(ChannelShape.DEFAULT);
  }

  /** Whether a handle to send escapes. */
  public boolean isSentByHand() {
    return accessor.filter(ChannelAccessor::sends).isPresent();
  }

  /** Whether a handle to receive escapes. */
  public boolean isReceivedByHand() {
    return accessor.filter(ChannelAccessor::receives).isPresent();
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
