package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that is called once for each message of a channel.
 *
 * <p><b>Where it can be used.</b> On {@code void m(T message)}, or {@code R m(T message)} with
 * {@link #to()}; with {@link #batch()} the parameter is a {@code List<T>}. Neither private, static
 * nor abstract.
 *
 * <p><b>Semantics.</b> A message is done when the method has returned and its result has been sent,
 * or when its failure has been dealt with. By default a failure is reported and the next message
 * follows ({@link OnError}). Of a batch that fails each message makes one dead letter. The consumer
 * ends when its channel is closed and empty. Several consumer methods of one channel compete for its
 * messages, unless it is a topic.
 *
 * <p><b>What is generated.</b> {@code weaving.consumer("parse",
 * rawChannel).concurrency(4).maps(this::parse, eventsChannel);}
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Consumer {
  /** The channel from which messages are taken. */
  String from();

  /** The channel to which results are sent; a result of {@code null} sends nothing. */
  String to() default "";

  /**
   * How many threads call the method; at least one. More than one gives up the order, unless there
   * is a {@link #key()}.
   */
  int concurrency() default 1;

  /**
   * How many messages one call may get; at least one. With more than one the method takes a {@code
   * List<T>} of one to that many, in order, which it may keep and change. All of them are done, tried
   * again or given up together.
   */
  int batch() default 1;

  /**
   * How long a call may be put off to get a full batch, counted from its first message, for instance
   * {@code "5ms"}. By default it gets what is there. It is not put off any longer when the channel is
   * closed, the consumer is paused or stopped, or the fabric closes.
   */
  String linger() default "";

  /**
   * A method of the message without parameters, for instance {@code "accountId"}. Messages whose
   * keys are equal are handled one at a time in the order sent, those of different keys side by side.
   * The sender asks for the key, once; a key that is null is refused with a {@link
   * NullPointerException}. Keys are compared by {@code equals} and {@code hashCode} while the channel
   * is locked, and must not change while their message waits.
   */
  String key() default "";

  /** The name of the worker and of its thread; by default {@code Component.method}. */
  String name() default "";

  /** The kind of thread. Virtual threads do not keep the program alive by themselves. */
  ThreadKind thread() default ThreadKind.AUTO;
}
