package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The shape of a channel: first in, first out, with a bound and a rule for what is too much.
 *
 * <p><b>Where it can be used.</b> On an accessor: an abstract method without parameters that returns
 * {@code Channel<T>}, {@code Sender<T>}, {@code Receiver<T>} or {@code ChannelView<T>}. The name of
 * the method is the name of the channel. A channel that needs no other shape needs no accessor.
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
}
