package io.lappet;

/**
 * A message that was taken and is not done yet. It belongs to nobody: any thread may finish it.
 *
 * @param <T> the type of the message
 */
public interface Delivery<T> extends AutoCloseable {
  /** The message. */
  T message();

  /**
   * Marks the message as done.
   *
   * @throws IllegalStateException if it is done already; nothing changes
   */
  void done();

  /** Marks the message as done unless it is. Never fails. */
  @Override
  void close();
}
