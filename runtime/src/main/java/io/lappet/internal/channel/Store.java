package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Delayed;

/**
 * The messages that wait for one group of receivers, in the order of their channel. Guarded by the
 * lock of the channel.
 *
 * @param <T> the type of the messages
 */
abstract class Store<T> {
  /** Makes the store for the order of a channel. */
  static <T> Store<T> of(ChannelOptions<T> options, Seam seam) {
    if (options.key() != null) {
      return new KeyedStore<>();
    }
    return switch (options.order()) {
      case FIFO -> new FifoStore<>();
      case LIFO -> new LifoStore<>();
      case PRIORITY -> new SortedStore<>(Objects.requireNonNull(options.lowestFirst()));
      case DELAY -> new DelayStore<>(seam);
    };
  }

  /**
   * Makes what is kept of a message. It calls the code of users that can be called early: with no
   * lock held, by the sender, to whom what that code throws belongs.
   */
  static <T> Entry<T> wrap(T message, ChannelOptions<T> options, Seam seam) {
    if (options.key() != null) {
      Object key = options.key().apply(message);
      if (key == null) {
        throw new NullPointerException("A message of channel \"" + options.name()
            + "\" has no key: the key of a message cannot be null");
      }
      return new KeyedStore.KeyedEntry<>(message, key);
    }
    return switch (options.order()) {
      case FIFO, LIFO, PRIORITY -> new Entry<>(message);
      case DELAY -> new DelayStore.DelayedEntry<>(message, seam);
    };
  }

  /** The order in which messages were sent. */
  static final Comparator<Entry<?>> BY_NUMBER = Comparator.comparingLong(entry -> entry.number);

  /** Compares two messages as {@link Delayed} has it. */
  static int compareDelays(Object one, Object other) {
    return ((Delayed) one).compareTo((Delayed) other);
  }

  /** Adds a message that has its number. If that throws, nothing has changed. */
  abstract void add(Entry<T> entry);

  /** Whether there is a message that may be given out now. */
  abstract boolean hasNext();

  /** Takes out the next message. Call only if there is one. */
  abstract Entry<T> next();

  /** The message that has waited longest. Call only if one waits. */
  abstract Entry<T> oldest();

  /** Takes out a message that waits here. */
  abstract void remove(Entry<T> entry);

  /** Takes out all messages, in the order in which they would have been given out. */
  abstract List<Entry<T>> clear();

  /** How many messages wait, whether or not they may be given out. */
  abstract int size();

  /** A message that was given out is done; says whether it had held back one that is ready now. */
  boolean done(Entry<T> entry) {
    return false;
  }

  /** Whether messages become ready by the passing of time. */
  boolean keepsTime() {
    return false;
  }

  /** When to look again although nothing has changed. */
  long dueAt() {
    return Seam.NEVER;
  }
}
