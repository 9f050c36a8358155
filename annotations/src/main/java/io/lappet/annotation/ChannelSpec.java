package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;

/**
 * The shape of a channel: its order, its bound, what happens to what is too much, and who gets a
 * message.
 *
 * <p><b>Where it can be used.</b> On an accessor: an abstract method without parameters that returns
 * {@code Channel<T>}, {@code Sender<T>}, {@code Receiver<T>} or {@code ChannelView<T>}. The name of
 * the method is the name of the channel. A channel that needs no other shape needs no accessor.
 *
 * <p>On an accessor of type {@code Lane} with {@code @Limit(permits = ..)}, and as {@link
 * Woven#mailbox()}, {@link #capacity()} (at least 1) and {@link #overflow()} say how many calls may
 * wait to be run, and what becomes of one more: the caller waits, its call or the oldest one is
 * cancelled and counted, or it gets a {@code ChannelFullException}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ChannelSpec {
  /** The capacity of a channel that never refuses a message. */
  int UNBOUNDED = Integer.MAX_VALUE;

  /** The capacity of a channel that does not say otherwise. */
  int DEFAULT_CAPACITY = 256;

  /**
   * How many messages may wait in the channel; 0 is a hand-over, in which {@code send} returns when
   * a receiver has the message; {@link #UNBOUNDED} never refuses.
   */
  int capacity() default DEFAULT_CAPACITY;

  /** What happens when the channel is full. */
  Overflow overflow() default Overflow.BLOCK;

  /** In which order messages are given out. */
  Order order() default Order.FIFO;

  /**
   * What {@link Order#PRIORITY} goes by: a class with a constructor without parameters that compares
   * the messages. By default they are {@link Comparable} themselves.
   */
  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  Class<? extends Comparator> comparator() default Comparator.class;

  /**
   * Whether each consumer method gets every message, instead of all competing for them. A message
   * enters for all of them or for none, takes up room until the last of them has taken it, and is
   * done when all are done with it. A consumer gets what is sent after its object was made; one that
   * has failed for good holds nobody up, and what it did not take is not kept for it.
   *
   * <p>Only consumer methods receive. An accessor of type {@code Receiver} is a compile error; through
   * one of type {@code Channel} one can send, wait and close, and to receive through it throws {@link
   * IllegalStateException}. The same holds for a channel with a {@link Consumer#key}.
   */
  boolean topic() default false;
}
