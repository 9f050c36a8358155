package io.lappet.gen;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Order;
import io.lappet.annotation.Overflow;
import io.lappet.internal.channel.ChannelOptions;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.fabric.Component;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a channel.
 *
 * @param <T> the type of the messages
 */
public final class ChannelMaker<T> {
  private final Component component;
  private final String member;
  private int capacity = ChannelSpec.DEFAULT_CAPACITY;
  private Overflow overflow = Overflow.BLOCK;
  private Order order = Order.FIFO;
  private @Nullable Comparator<? super T> lowestFirst;
  private @Nullable Function<? super T, ?> key;
  private boolean topic;
  private int senders = ChannelOptions.ANY;
  private int receivers = ChannelOptions.ANY;
  private boolean sentByHand;
  private boolean receivedByHand;

  ChannelMaker(Component component, String member) {
    this.component = component;
    this.member = member;
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

  /**
   * Says that a method sends, on one thread. Who says so of all senders lets the channel be as simple
   * as their number allows; then nobody else may send.
   */
  public ChannelMaker<T> sentBy(String method) {
    return sentBy(method, 1);
  }

  /** As {@link #sentBy(String)}, on so many threads unless that is configured. */
  public ChannelMaker<T> sentBy(String method, int threads) {
    senders = more(senders, method, threads);
    return this;
  }

  /** Says that a method receives, on one thread; as {@link #sentBy(String)}. */
  public ChannelMaker<T> receivedBy(String method) {
    return receivedBy(method, 1);
  }

  /** As {@link #receivedBy(String)}, on so many threads unless that is configured. */
  public ChannelMaker<T> receivedBy(String method, int threads) {
    receivers = more(receivers, method, threads);
    return this;
  }

  private int more(int ends, String method, int threads) {
    return (ends == ChannelOptions.ANY ? 0 : ends) + component.threads(method, threads);
  }

  /** Gives out the last message first. */
  public ChannelMaker<T> lifo() {
    this.order = Order.LIFO;
    return this;
  }

  /** Gives out the lowest message first. */
  public ChannelMaker<T> priority(Comparator<? super T> lowestFirst) {
    this.order = Order.PRIORITY;
    this.lowestFirst = lowestFirst;
    return this;
  }

  /** Gives out each message when it is due; {@code T} is {@link java.util.concurrent.Delayed}. */
  public ChannelMaker<T> delayed() {
    this.order = Order.DELAY;
    return this;
  }

  /** Gives out a message only when the one before it with an equal key is done. */
  public ChannelMaker<T> keyed(Function<? super T, ?> key) {
    this.key = key;
    return this;
  }

  /** Gives every message to each consumer method. */
  public ChannelMaker<T> topic() {
    this.topic = true;
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

  /** Makes the channel, as it is declared, or as it is configured instead. */
  public Channel<T> make() {
    Tuning tuning = component.tuning(member);
    if (tuning == null) {
      return component.channel(declared());
    }
    tune(tuning);
    return tuning.make(() -> component.channel(declared()));
  }

  private void tune(Tuning tuning) {
    capacity = tuning.capacity(0, capacity);
    overflow = tuning.overflow(capacity, overflow);
  }

  private ChannelOptions<T> declared() {
    return new ChannelOptions<>(
        component.member(member),
        capacity,
        overflow,
        order,
        lowestFirst,
        key,
        topic,
        senders,
        receivers,
        sentByHand,
        receivedByHand);
  }
}
