package io.lappet.annotation;

/** In which order a channel gives out its messages. Equals keep the order in which they were sent. */
public enum Order {
  /** First in, first out. */
  FIFO,

  /** Last in, first out. */
  LIFO,

  /**
   * Lowest first, by the comparator of the channel or by the order of the messages themselves. They
   * are compared when they are sent, while the channel is locked: comparing must neither wait nor use
   * the channel. The order must not change while a message waits.
   */
  PRIORITY,

  /**
   * When due, earliest first. The messages are {@link java.util.concurrent.Delayed}; what was said of
   * comparing holds for their order. A message is asked for its delay when it is sent, and again when
   * that has passed. It counts in the depth before it is due. A closed channel gives out the rest
   * when it is due.
   */
  DELAY
}
