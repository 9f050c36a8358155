package io.lappet.internal.channel;

import io.lappet.Delivery;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A message that was taken from a channel and is unfinished there until it is done.
 *
 * @param <T> the type of the message
 */
public final class Parcel<T> implements Delivery<T> {
  private final ChannelCore<T> channel;
  private final T message;
  private final AtomicBoolean done = new AtomicBoolean();

  Parcel(ChannelCore<T> channel, T message) {
    this.channel = channel;
    this.message = message;
  }

  @Override
  public T message() {
    return message;
  }

  @Override
  public void done() {
    if (!done.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "This message of channel \"" + channel.name() + "\" is done already");
    }
    channel.finishOne();
  }

  @Override
  public void close() {
    if (done.compareAndSet(false, true)) {
      channel.finishOne();
    }
  }
}
