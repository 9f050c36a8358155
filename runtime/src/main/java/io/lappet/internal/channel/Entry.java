package io.lappet.internal.channel;

/**
 * A message in a channel, and what the channel keeps of it. Guarded by the lock of the channel from
 * the moment it has entered.
 *
 * @param <T> the type of the message
 */
class Entry<T> {
  final T message;

  /** How many had entered before. */
  long number;

  /** When it entered, for the sample of {@link Waits}. */
  long stamp = Waits.UNSTAMPED;

  /** In a topic, how many of its lines still have to give it out. */
  int untaken;

  /** In a topic, how many of its lines are not done with it. */
  int open;

  Entry(T message) {
    this.message = message;
  }
}
