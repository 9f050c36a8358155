package io.lappet;

/**
 * The way out of a {@link Generator}'s body.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface Yield<T> {
  /**
   * Hands over a value, which may be null, and waits until the next one is asked for. An interrupt
   * does not end that wait, and stays set.
   *
   * @throws java.util.concurrent.CancellationException if the generator was closed: let it pass, so
   *     that {@code finally} blocks run
   * @throws IllegalStateException if called by another thread than the body's
   */
  void yield(T value);
}
