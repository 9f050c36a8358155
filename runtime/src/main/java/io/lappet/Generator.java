package io.lappet;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Values that a body makes one by one, each only when it is asked for: Python's generator.
 *
 * <p>The body runs on a thread of its own, which keeps nothing alive, and only while {@link
 * #hasNext} or {@link #next} waits for it; so it is never ahead, and needs no locks against its
 * consumer. It begins with the first question, and sees the context in which the generator was
 * made. One thread at a time may ask. A value may be null.
 *
 * <p>A failure of the body arrives at whoever asked: unchecked ones as they are, checked ones in a
 * {@link TaskFailedException}; after that the generator has ended. A generator that is not used to
 * its end should be closed: until then its thread stays suspended. Closing the fabric closes those
 * that are left.
 *
 * @param <T> the type of the values
 */
public interface Generator<T> extends Iterator<T>, Iterable<T>, AutoCloseable {
  /**
   * Runs the body to its next value or its end.
   *
   * @throws WaitInterruptedException if interrupted meanwhile; the body goes on to its next value,
   *     which is not lost
   * @throws IllegalStateException if called by the body itself, or while another thread asks
   * @throws FabricClosedException if the body would begin and the fabric is closed
   */
  @Override
  boolean hasNext();

  /** The generator itself: its values can be gone through once. */
  @Override
  default Iterator<T> iterator() {
    return this;
  }

  /** The values that are left, one by one; closing the stream closes the generator. */
  default Stream<T> stream() {
    Spliterator<T> values = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED);
    return StreamSupport.stream(values, false).onClose(this::close);
  }

  /**
   * Ends the body: the {@code yield} at which it stands throws {@code CancellationException}, so its
   * {@code finally} blocks run before this returns. A body that has not begun never does. May be
   * repeated. An exception that the body throws then, other than that one, is thrown here.
   *
   * <p>Any thread may close. If the body runs, it ends at its next {@code yield}, and whoever has
   * asked finds no value. Each further {@code yield} throws at once as well; a body that catches that
   * again and again is thrown out by an {@code Error}. An interrupt does not end the wait: it is
   * passed on to the body, and stays set.
   *
   * @throws IllegalStateException if called by the body itself
   */
  @Override
  void close();

  /**
   * The body of a generator.
   *
   * @param <T> the type of the values
   */
  @FunctionalInterface
  interface Source<T> {
    /** Makes the values; the end of this method is the end of the generator. */
    void run(Yield<T> out) throws Exception;
  }
}
