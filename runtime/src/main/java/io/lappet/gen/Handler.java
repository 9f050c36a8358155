package io.lappet.gen;

/**
 * A method that is given something: a message, a tick, a worker, a sender.
 *
 * @param <T> what it is given
 */
@FunctionalInterface
public interface Handler<T> {
  /** Handles it. */
  void handle(T value) throws Exception;
}
