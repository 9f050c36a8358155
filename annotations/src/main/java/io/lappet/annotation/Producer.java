package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that fills a channel.
 *
 * <p><b>Where it can be used.</b> In the <i>pull</i> form {@code T m()} the method is called again
 * and again and each result is sent; {@code null} ends the producer, as {@code readLine} does, and
 * sends nothing. In the <i>push</i> form {@code void m(Sender<T> out)} it is called once and sends
 * as it likes; its return ends the producer. Both may have a last parameter {@code Worker self}.
 * Neither private, static nor abstract.
 *
 * <p><b>Semantics.</b> A call that throws sends nothing; by default it is reported and the method
 * is called again after a back-off ({@link OnError}). A message already returned is delivered even
 * while the fabric closes. When the last producer of a channel has ended, and no handle of the
 * channel is used by hand, the channel closes and its consumers end once they have taken the rest.
 *
 * <p><b>What is generated.</b> {@code weaving.producer("tail").pulls(this::tail, rawChannel);}
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Producer {
  /** The channel that is filled. */
  String to();

  /** How many threads call the method; at least one. The first {@code null} ends only its thread. */
  int concurrency() default 1;

  /** The name of the worker and of its thread; by default {@code Component.method}. */
  String name() default "";

  /** The kind of thread. Virtual threads do not keep the program alive by themselves. */
  ThreadKind thread() default ThreadKind.AUTO;
}
