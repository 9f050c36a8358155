package io.lappet.internal.channel;

import io.lappet.annotation.Order;
import io.lappet.annotation.Overflow;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a channel, and what is known of those who use it.
 *
 * @param name the full name
 * @param capacity how many messages may wait; 0 is a hand-over
 * @param overflow what a full channel does
 * @param order in which order messages are given out
 * @param lowestFirst what {@link Order#PRIORITY} goes by; null for other orders
 * @param key messages with equal keys are handled one at a time; null if there is none
 * @param topic whether every consumer method gets every message
 * @param senders how many threads send at most, all of them workers; {@link #ANY} if not known
 * @param receivers how many threads receive at most, all of them workers; {@link #ANY} if not known
 * @param sentByHand whether senders exist that are no workers
 * @param receivedByHand whether receivers exist that are no workers
 * @param <T> the type of the messages
 */
public record ChannelOptions<T>(
    String name,
    int capacity,
    Overflow overflow,
    Order order,
    @Nullable Comparator<? super T> lowestFirst,
    @Nullable Function<? super T, ?> key,
    boolean topic,
    int senders,
    int receivers,
    boolean sentByHand,
    boolean receivedByHand) {
  /** Any number of threads. */
  public static final int ANY = Integer.MAX_VALUE;

  /** A ring has all its places from the beginning. */
  private static final int LARGEST_RING = 1 << 16;

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
    if (capacity == 0 && order != Order.FIFO) {
      throw new IllegalArgumentException(
          "Channel \"" + name + "\" has capacity 0, so there is nothing to put in order " + order);
    }
    if (key != null && (capacity == 0 || order != Order.FIFO || topic)) {
      throw new IllegalArgumentException("Channel \"" + name
          + "\" has a key, so it is neither a hand-over nor a topic, and first in, first out");
    }
    if (order == Order.PRIORITY && lowestFirst == null) {
      throw new IllegalArgumentException(
          "Channel \"" + name + "\" has order PRIORITY and nothing to compare its messages by");
    }
  }

  /** Whether its messages can pass through a ring. */
  boolean isRing() {
    return order == Order.FIFO
        && key == null
        && !topic
        && capacity > 0
        && capacity <= LARGEST_RING
        && overflow != Overflow.DROP_OLD;
  }

  /** Whether one thread of a worker sends to the ring, and one takes from it. */
  boolean isSolo() {
    return senders == 1
        && receivers == 1
        && overflow == Overflow.BLOCK
        && !sentByHand
        && !receivedByHand;
  }
}
