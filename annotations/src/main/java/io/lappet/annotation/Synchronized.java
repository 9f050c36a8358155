package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method whose calls hold one or more locks of the object.
 *
 * <p><b>Where it can be used.</b> On a concrete method of an abstract class, neither private,
 * static nor final.
 *
 * <p><b>Semantics.</b> Locks belong to the object and re-enter: a guarded method may call another
 * one on the same lock. Several locks are taken in one global order, whatever order they are
 * written in, and given back on every way out. Taking a lock ignores interrupts, which stay set,
 * unless the method declares {@link InterruptedException}. What a thread did before it left the
 * lock is visible to the next one inside. While the constructor of the class runs, the object is
 * not shared yet and no lock is taken.
 *
 * <p><b>What is generated.</b> An override that takes the lock, calls {@code super}, and gives the
 * lock back in {@code finally}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Synchronized {
  /** The names of the locks; none means the object's own unnamed lock. */
  String[] lock() default {};

  /**
   * How long a call waits for all its locks together before it fails with {@code
   * WaitTimeoutException}; {@code "0s"} tries once. By default without limit.
   */
  String timeout() default "";
}
