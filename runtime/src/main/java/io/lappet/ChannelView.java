package io.lappet;

import java.time.Duration;

/**
 * A channel seen from outside. A class that holds only this leaves both ends to its producers and
 * consumers, so that the channel can end by itself.
 *
 * @param <T> the type of the messages
 */
public interface ChannelView<T> {
  /** The full name, for instance {@code LogPipeline.raw}. */
  String name();

  /**
   * How many messages wait to be received, those included that may not be given out yet. A message
   * of a topic waits until the last consumer method has taken it.
   */
  int depth();

  /** How many messages may wait; 0 for a hand-over, {@link Integer#MAX_VALUE} if unbounded. */
  int capacity();

  /** How many messages were sent and are not done: those that wait, and those in work. */
  long unfinished();

  /** How many messages were dropped because the channel was full. */
  long dropped();

  /** What has gone through it so far. */
  ChannelStats stats();

  /** Whether the channel is closed; messages may still wait in it. */
  boolean isClosed();

  /**
   * Waits until every message sent is done, or the channel was closed at once.
   *
   * @throws IllegalStateException if a consumer calls it that is just handling a message of this
   *     channel, which would have to be done
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  void awaitIdle() throws InterruptedException;

  /**
   * As {@link #awaitIdle()}, for at most {@code limit}.
   *
   * @return whether every message was done
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  boolean awaitIdle(Duration limit) throws InterruptedException;
}
