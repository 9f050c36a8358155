package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts what a check of the processor says of a class, a method or a field, and says why.
 *
 * <p>It does what {@code @SuppressWarnings} with the same key does, and stays in the class file, so that
 * modules which use the class know of it too. Of a report about two methods one has to accept it.
 * Without the errors of declarations nothing could be generated: they cannot be accepted.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
@Repeatable(Accept.Several.class)
public @interface Accept {
  /** The key of the check, as its message begins, for instance {@code "lock-order"}. */
  String check();

  /** Why that is right here. Not blank. */
  String reason();

  /** What the compiler makes of several of them. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
  @interface Several {
    /** All of them. */
    Accept[] value();
  }
}
