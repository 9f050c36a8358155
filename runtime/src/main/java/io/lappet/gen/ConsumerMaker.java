package io.lappet.gen;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Fn;
import io.lappet.Worker;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.ConsumerWorker;
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
    throw new UnsupportedOperationException("not yet");
  }

  /** Sets how long a call may be put off to get a full batch, counted from its first message. */
  public ConsumerMaker<T> linger(Duration longest) {
    throw new UnsupportedOperationException("not yet");
  }

  /** For {@code void m(List<T> messages)}. */
  public Worker runsBatch(Handler<? super List<T>> body) {
    throw new UnsupportedOperationException("not yet");
  }

  /** For {@code R m(List<T> messages)}. */
  public <R> Worker mapsBatch(Fn<? super List<T>, ? extends R> body, Channel<R> to) {
    throw new UnsupportedOperationException("not yet");
  }

  /** For {@code void m(T message)}. */
  public Worker runs(Handler<? super T> body) {
    Fn<T, Object> call = message -> {
      body.handle(message);
      return null;
    };
    return component.add(new ConsumerWorker<>(component, spec(), from, call, null, deadLetters));
  }

  /** For {@code R m(T message)}. */
  public <R> Worker maps(Fn<? super T, ? extends R> body, Channel<R> to) {
    return component.add(
        new ConsumerWorker<>(component, spec(), from, body, ChannelCore.of(to), deadLetters));
  }
}
