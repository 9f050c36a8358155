package io.lappet.internal.channel;

import java.util.function.BooleanSupplier;

/**
 * What one consumer method takes messages from: the channel itself, or its own line of a topic.
 *
 * @param <T> the type of the messages
 */
public interface Tap<T> {
  /**
   * The receiving end of one thread of a consumer.
   *
   * @param givesUp whether the thread wants no message now; {@link #wake} follows each change
   */
  Intake<T> intake(BooleanSupplier givesUp);

  /** Lets every worker that waits here for a message look again at whether it gives up. */
  void wake();

  /** Whether no message waits. */
  boolean isEmpty();

  /** Whether nothing comes any more. */
  boolean isEnded();

  /** The consumer is gone for good. Harmless if said before. */
  void giveUp();
}
