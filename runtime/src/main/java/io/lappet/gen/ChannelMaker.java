package io.lappet.gen;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.internal.channel.ChannelOptions;
import io.lappet.internal.fabric.Component;

/**
 * Makes a channel.
 *
 * @param <T> the type of the messages
 */
public final class ChannelMaker<T> {
  private final Component component;
  private final String name;
  private int capacity = ChannelSpec.DEFAULT_CAPACITY;
  private Overflow overflow = Overflow.BLOCK;
  private boolean sentByHand;
  private boolean receivedByHand;

  ChannelMaker(Component component, String name) {
    this.component = component;
    this.name = name;
  }

  /** Sets how many messages may wait. */
  public ChannelMaker<T> capacity(int capacity) {
    this.capacity = capacity;
    return this;
  }

  /** Sets what happens when the channel is full. */
  public ChannelMaker<T> overflow(Overflow overflow) {
    this.overflow = overflow;
    return this;
  }

  /** Says that a handle to send escapes, so that the channel cannot end by itself. */
  public ChannelMaker<T> sentByHand() {
    this.sentByHand = true;
    return this;
  }

  /** Says that a handle to receive escapes. */
  public ChannelMaker<T> receivedByHand() {
    this.receivedByHand = true;
    return this;
  }

  /** Makes the channel. */
  public Channel<T> make() {
    return component.channel(
        new ChannelOptions(name, capacity, overflow, sentByHand, receivedByHand));
  }
}
