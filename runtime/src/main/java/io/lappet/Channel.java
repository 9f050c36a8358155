package io.lappet;

import java.util.List;

/**
 * A queue between threads: bounded, and able to end.
 *
 * <p>Messages are given out first in, first out, unless the channel has another {@code Order}. A full
 * channel does what its {@code Overflow} says. A closed channel never opens again. After {@link
 * #close()} senders, blocked ones too, get {@link ChannelClosedException}; receivers get the rest,
 * each message when it may be given out, then the same exception. A channel all of whose senders are
 * declared closes by itself when the last of them has ended. A received message is not kept alive by
 * the channel.
 *
 * @param <T> the type of the messages
 */
public interface Channel<T> extends Sender<T>, Receiver<T>, ChannelView<T> {
  /** Closes in order: refuses new messages and hands out the rest. Harmless if closed already. */
  void close();

  /**
   * Closes at once: refuses new messages, ends every {@code awaitIdle}, and returns the messages
   * that nobody had received, in the order in which they would have been given out. Of a topic it
   * returns those that not every consumer method had taken. May follow {@link #close()}.
   */
  List<T> closeNow();
}
