package io.lappet;

import java.time.Duration;
import java.util.Optional;

/**
 * The end of a channel that messages come out of.
 *
 * <p>A message received by hand is done at once, except by {@link #take()}. An interrupted call has
 * received nothing. Who receives by hand competes with the consumers of the channel. A topic, and a
 * channel with a key, is received by its consumer methods only: each of these calls is refused there
 * with an {@link IllegalStateException}.
 *
 * @param <T> the type of the messages
 */
public interface Receiver<T> {
  /**
   * Waits for a message and takes it.
   *
   * @throws ChannelClosedException if the channel is closed and empty, now or while waiting
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  T receive() throws InterruptedException;

  /**
   * Takes a message if there is one that may be given out; of a hand-over that of a sender that
   * waits.
   *
   * @throws ChannelClosedException if the channel is closed and empty
   */
  Optional<T> tryReceive();

  /**
   * Waits for a message for at most {@code limit} and takes it.
   *
   * @throws ChannelClosedException if the channel is closed and empty, now or while waiting
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  Optional<T> tryReceive(Duration limit) throws InterruptedException;

  /**
   * Waits for a message and takes it; it stays unfinished until the delivery is closed.
   *
   * @throws ChannelClosedException if the channel is closed and empty, now or while waiting
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  Delivery<T> take() throws InterruptedException;
}
