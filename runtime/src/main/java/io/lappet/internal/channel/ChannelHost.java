package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;

/** What a channel needs to know of the fabric that it belongs to. */
public interface ChannelHost {
  /** Through which the channel waits. */
  Seam seam();

  /** Whether the calling thread does work that closing waits for, so that it may go on sending. */
  boolean isInside();

  /** Whether the calling thread is just handling a message of {@code channel}. */
  boolean isHandledByCaller(ChannelCore<?> channel);

  /**
   * A message of the channel may have been done. Called with no lock held.
   *
   * @param idle whether all are
   */
  void onDone(ChannelCore<?> channel, boolean idle);
}
