package io.lappet.internal.channel;

import io.lappet.annotation.Overflow;

/**
 * The shape of a channel.
 *
 * @param name the full name
 * @param capacity how many messages may wait; 0 is a hand-over
 * @param overflow what a full channel does
 * @param sentByHand whether senders exist that are no workers
 * @param receivedByHand whether receivers exist that are no workers
 */
public record ChannelOptions(
    String name, int capacity, Overflow overflow, boolean sentByHand, boolean receivedByHand) {
  /** Refuses what the compiler would have refused. */
  public ChannelOptions {
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "Channel \"" + name + "\" cannot have a capacity of " + capacity);
    }
    if (capacity == 0 && overflow == Overflow.DROP_OLD) {
      throw new IllegalArgumentException(
          "Channel \"" + name + "\" has capacity 0, so there is no old message to drop");
    }
  }
}
