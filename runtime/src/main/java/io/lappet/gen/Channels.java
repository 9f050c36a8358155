package io.lappet.gen;

import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.Receiver;
import io.lappet.Sender;

/** How generated code gets from a handle to its channel. */
public final class Channels {
  private Channels() {}

  /**
   * The channel behind a handle that the library has given out.
   *
   * @throws IllegalArgumentException if it is another one
   */
  public static <T> Channel<T> behind(Sender<T> handle) {
    if (handle instanceof Channel<T> channel) {
      return channel;
    }
    throw foreign(handle);
  }

  /** As {@link #behind(Sender)}. */
  public static <T> Channel<T> behind(Receiver<T> handle) {
    if (handle instanceof Channel<T> channel) {
      return channel;
    }
    throw foreign(handle);
  }

  /** As {@link #behind(Sender)}. */
  public static <T> Channel<T> behind(ChannelView<T> handle) {
    if (handle instanceof Channel<T> channel) {
      return channel;
    }
    throw foreign(handle);
  }

  private static IllegalArgumentException foreign(Object handle) {
    return new IllegalArgumentException(handle + " is no handle of a channel of this library");
  }
}
