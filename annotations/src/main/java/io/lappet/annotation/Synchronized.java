package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method whose calls hold one or more locks.
 *
 * <p><b>Where it can be used.</b> On a concrete method of an abstract class, neither private,
 * static nor final.
 *
 * <p><b>Names.</b> A plain name is a lock of the object, or one of the interfaces in {@link
 * Woven#uses}. A path names the lock of another object: a parameter of the method, a non-private
 * final field or a method without parameters, then a dot and the name of a lock of its type, for
 * instance {@code "to.balance"}.
 *
 * <p><b>Semantics.</b> Locks re-enter: a guarded method may call another one on the same lock, and
 * the outermost exit frees it. Several locks are taken in one global order, whatever order they are
 * written in, and given back on every way out. Taking a lock ignores interrupts, which stay set,
 * unless the method declares {@link InterruptedException}. What a thread did before it left the
 * lock is visible to the next one inside. While the constructor of the class runs, the object is
 * not shared yet and its own locks are not taken; a method that needs a lock of a {@link Shared}
 * interface fails with {@link IllegalStateException} then.
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
   * Whether the calls only read what the lock guards, so that they may run beside each other, but
   * not beside a call that does not say so. On one method it makes the lock a read-write lock for
   * all. Who reads cannot go on to write: a call from a reading method to a writing one of the same
   * class is a compile error, and at run time an {@link IllegalStateException}. Who writes may read.
   */
  boolean read() default false;

  /**
   * A parameter of the method, or a path of accessors from one, for instance {@code "id"} or {@code
   * "order.customer"}: calls with equal keys exclude each other, others do not. A key that nobody
   * uses takes no memory. A null key is a {@link NullPointerException}.
   */
  String key() default "";

  /**
   * How long a call waits for all its locks together before it fails with {@code
   * WaitTimeoutException}; {@code "0s"} tries once. By default without limit.
   */
  String timeout() default "";

  /**
   * Whether the lock goes to whoever has waited longest, which is slower. On one method it makes the
   * lock fair for all.
   */
  boolean fair() default false;
}
