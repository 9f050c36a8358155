package io.lappet.internal.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of one thread of a consumer. All calls come from that thread.
 *
 * @param <T> the type of the messages
 */
public interface Intake<T> {
  /**
   * Waits for a message and takes it; it is unfinished until {@link #done}.
   *
   * @return null if the thread gave up or the channel has ended
   * @throws InterruptedException if interrupted while waiting; nothing was taken
   */
  @Nullable
  T take() throws InterruptedException;

  /**
   * Adds messages to a batch that has begun, in order, until it holds {@code size}, or until no more
   * are there and {@code deadline} has passed, or the thread gives up, or the channel is sealed or
   * closed. A deadline that has passed takes what is there.
   *
   * @throws InterruptedException if interrupted while waiting; {@code batch} holds what was taken
   */
  void fill(List<T> batch, int size, long deadline) throws InterruptedException;

  /** Marks the first message as done of those that this thread has taken and are not done. */
  void done(T message);

  /** As {@link #done(Object)} for each of a batch. */
  default void done(List<T> messages) {
    messages.forEach(this::done);
  }

  /** The thread takes no more. Called once, last. */
  void retire();
}
