package io.lappet.annotation;

/** In which order a channel gives out its messages. Equals keep the order in which they were sent. */
public enum Order {
  /** First in, first out. */
  FIFO,

  /** Last in, first out. */
  LIFO,

  /** Lowest first, by the comparator of the channel or by the order of the messages themselves. */
  PRIORITY,

  /** When due, earliest first. The messages are {@link java.util.concurrent.Delayed}. */
  DELAY
}
