package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that the fabric runs on a named daemon thread of its own, from start to stop: a service
 * loop, Python's {@code Thread(daemon=True)}.
 *
 * <p><b>Where it can be used.</b> On {@code void m()} or {@code void m(Worker self)}, neither
 * private, static nor abstract.
 *
 * <p><b>Semantics.</b> A normal return means that the daemon is done. An exception is handled as
 * {@link OnError} says; by default it is reported and the method is called again after a back-off.
 * A call that lasted longer than the maximal back-off counts as a success. When the fabric closes,
 * the thread is interrupted after everything else has drained, and is not waited for.
 *
 * <p><b>What is generated.</b> {@code weaving.daemon("drive").runs(this::drive);}
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Daemon {
  /** How many threads run the method; at least one. */
  int concurrency() default 1;

  /** The name of the worker and of its thread; by default {@code Component.method}. */
  String name() default "";

  /** The kind of thread. */
  ThreadKind thread() default ThreadKind.AUTO;
}
