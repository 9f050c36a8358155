package io.lappet.internal.channel;

/**
 * The sending end of a worker.
 *
 * @param <T> the type of the messages
 */
@FunctionalInterface
public interface Inlet<T> {
  /** As {@link io.lappet.Sender#send}. */
  void send(T message) throws InterruptedException;
}
