package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method whose calls wait until a guard is true, or a gate is open. Nobody ever signals.
 *
 * <p><b>Guards.</b> A guard is a non-private {@code boolean} method of the class, without parameters
 * or with exactly those of the method; {@code "!isFull"} waits until it is false. The method needs an
 * exclusive {@link Synchronized} with one lock, and the guard is evaluated with that lock held; how
 * often is not specified. Whenever the lock is left, the guards of those who wait are evaluated in
 * order of arrival, and the first one that is true lets its caller in. So a guard reads only what
 * the lock guards.
 *
 * <p><b>Gates.</b> The name of a {@code Gate}, which may be a path such as {@code "light.green"}; it
 * is waited for before any permit or lock is taken.
 *
 * <p><b>Semantics.</b> The wait can be interrupted: with {@link InterruptedException} if the method
 * declares it, otherwise with {@code WaitInterruptedException}, and the interrupt stays set. Called
 * by a thread that holds the lock already, the method enters if the guard is true, and fails with
 * {@link IllegalStateException} otherwise: to wait would give up the lock in the middle of the outer
 * method.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface WaitUntil {
  /** The guard, with {@code !} in front if it is to be false; or the gate. */
  String value();

  /**
   * How long a call waits, for lock and guard together, before it fails with {@code
   * WaitTimeoutException}; {@code "0s"} does not wait. By default without limit.
   */
  String timeout() default "";
}
