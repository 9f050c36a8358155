package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Resources that several classes use: one instance of each per fabric.
 *
 * <p><b>Where it can be used.</b> On an interface whose methods are abstract, have no parameters and
 * return a resource: {@code Mutex}, {@code Lock}, {@code ReadWriteLock}, {@code Gate}, {@code
 * Permits} with {@link Limit}, {@code Channel<T>}. Classes that name them say so with {@link
 * Woven#uses}.
 *
 * <p><b>What is generated.</b> {@code WovenBooks} for an interface {@code Books}, with {@code static
 * Books in(Fabric)}, through which all other code gets the same resources.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Shared {
  /** The first part of the names of its resources; by default the simple name of the interface. */
  String name() default "";
}
