package io.lappet.gen;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Fn;
import io.lappet.Worker;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.fabric.BatchConsumer;
import io.lappet.internal.fabric.BatchConsumer.Batches;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.MessageConsumer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the worker of a consumer method.
 *
 * @param <T> the type of the messages
 */
public final class ConsumerMaker<T> extends ActivationMaker<ConsumerMaker<T>> {
  private final ChannelCore<T> from;
  private @Nullable ChannelCore<? super DeadLetter<T>> deadLetters;

  private Batches batches = Batches.DEFAULT;

  ConsumerMaker(Component component, String method, Channel<T> from) {
    super(component, method);
    this.from = ChannelCore.of(from);
  }

  @Override
  ConsumerMaker<T> self() {
    return this;
  }

  /** Sets where messages go that could not be handled. */
  public ConsumerMaker<T> deadLetter(Channel<? super DeadLetter<T>> deadLetters) {
    this.deadLetters = ChannelCore.of(deadLetters);
    return this;
  }

  /** Sets how many messages one call gets at most; used with the forms for lists. */
  public ConsumerMaker<T> batch(int size) {
    batches = batches.withSize(size);
    return this;
  }

  /** Sets how long a call may be put off to get a full batch, counted from its first message. */
  public ConsumerMaker<T> linger(Duration longest) {
    batches = batches.withLinger(longest);
    return this;
  }

  /** For {@code void m(List<T> messages)}. */
  public Worker runsBatch(Handler<? super List<T>> body) {
    Fn<List<T>, Object> call = messages -> {
      body.handle(messages);
      return null;
    };
    return component.add(
        new BatchConsumer<>(component, spec(), from, batches, call, null, deadLetters));
  }

  /** For {@code R m(List<T> messages)}. */
  public <R> Worker mapsBatch(Fn<? super List<T>, ? extends R> body, Channel<R> to) {
    return component.add(new BatchConsumer<>(
        component, spec(), from, batches, body, ChannelCore.of(to), deadLetters));
  }

  /** For {@code void m(T message)}. */
  public Worker runs(Handler<? super T> body) {
    Fn<T, Object> call = message -> {
      body.handle(message);
      return null;
    };
    return component.add(new MessageConsumer<>(component, spec(), from, call, null, deadLetters));
  }

  /** For {@code R m(T message)}. */
  public <R> Worker maps(Fn<? super T, ? extends R> body, Channel<R> to) {
    return component.add(
        new MessageConsumer<>(component, spec(), from, body, ChannelCore.of(to), deadLetters));
  }
}
