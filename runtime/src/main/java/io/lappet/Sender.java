package io.lappet;

import java.time.Duration;

/**
 * The end of a channel that messages go into.
 *
 * <p>What a thread did before it sent a message is visible to the thread that receives it. One
 * sender's messages keep their order in a channel that is first in, first out. An interrupted send
 * has not sent. A comparator, a delay or a key that throws does so to the sender, who has not sent
 * then, and the channel stays as it was.
 *
 * @param <T> the type of the messages
 */
public interface Sender<T> {
  /**
   * Sends a message; if the channel is full, waits for room or does what its {@code Overflow} says.
   *
   * @throws NullPointerException if the message is null; the text names the channel
   * @throws ChannelClosedException if the channel is closed, or is closed while waiting; the message
   *     is not in
   * @throws ChannelFullException if the channel is full and its overflow is {@code FAIL}
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  void send(T message) throws InterruptedException;

  /**
   * Sends a message if that is possible at once. Never throws for fullness.
   *
   * @return whether the message is in
   * @throws NullPointerException if the message is null
   * @throws ChannelClosedException if the channel is closed
   */
  boolean trySend(T message);

  /**
   * Sends a message if that is possible within {@code limit}. Only a channel that blocks waits; the
   * others answer as {@link #trySend(Object)}.
   *
   * @return whether the message is in
   * @throws NullPointerException if the message is null
   * @throws ChannelClosedException if the channel is closed, or is closed while waiting
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  boolean trySend(T message, Duration limit) throws InterruptedException;
}
