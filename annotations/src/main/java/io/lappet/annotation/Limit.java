package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bound on how many callers are inside a method at once; or, on an accessor of type {@code
 * Permits}, how many permits there are; or, on one of type {@code Lane}, how many threads.
 *
 * <p><b>Where it can be used.</b> {@code @Limit(permits = 4)} on a concrete method is private to that
 * method. {@code @Limit("db")} shares the permits of the accessor {@code @Limit(permits = 2) abstract
 * Permits db();}, which may be a path.
 *
 * <p><b>Semantics.</b> A call takes one permit before it takes locks and gives it back on every way
 * out. Limits do not re-enter. The wait can be interrupted: with {@link InterruptedException} if the
 * method declares it, otherwise with {@code WaitInterruptedException}, and the interrupt stays set.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Limit {
  /** The accessor whose permits the method shares. */
  String value() default "";

  /** How many callers may be inside, or how many permits or threads there are; at least 1. */
  int permits() default 0;

  /**
   * How long a call waits for its permit before it fails with {@code WaitTimeoutException}; {@code
   * "0s"} does not wait. By default without limit.
   */
  String timeout() default "";

  /** Whether permits are given in order of arrival, which is slower. */
  boolean fair() default false;
}
