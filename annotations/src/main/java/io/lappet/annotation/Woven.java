package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose concurrency is generated.
 *
 * <p><b>Where it can be used.</b> On a top-level or static nested class that is neither private nor
 * final. It may be left out where the class has another annotation of this package; it is needed to
 * give the component a name, and where all annotated methods are inherited.
 *
 * <p><b>What is generated.</b> {@code WovenX extends X}, in the same package, with the constructors
 * of {@code X}. A class with an activation or an accessor needs a fabric, which is the first
 * argument of each constructor. A class that has nothing but methods with
 * {@link Synchronized}, {@link WaitUntil} on guards and unnamed {@link Limit} gets both forms.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Woven {
  /**
   * The name of the component, the first part of the names of its threads, channels and locks. By
   * default the simple name of the class. The second live instance is called {@code name#2}.
   */
  String name() default "";

  /**
   * The {@link Shared} interfaces whose resources the annotations of this class may name. A class
   * that uses one needs a fabric. A name that the class has itself comes first; one that two of the
   * interfaces have cannot be used. Methods that need a shared resource cannot be called while the
   * constructor runs: {@link IllegalStateException}.
   */
  Class<?>[] uses() default {};

  /**
   * Whether the object is confined to a loop of its own (an active object): its activations, timers
   * and twins run one at a time, in the order of their arrival, and never nested. Every other method
   * that can be overridden throws {@code ConfinementException} unless the loop calls it; left out are
   * {@code close()} of an {@link AutoCloseable} and the methods of {@link Object}, which containers
   * and loggers call from anywhere. No thread
   * is occupied while nothing is to be done. A handler that throws is dealt with as ever, and the
   * next one runs.
   */
  boolean confined() default false;

  /**
   * How many calls of twins may wait for the loop of a confined object, and what happens to one more:
   * capacity and overflow only. By default there is no bound. With {@code BLOCK} a caller waits for
   * room, except the loop itself, whose call is refused instead.
   */
  ChannelSpec mailbox() default @ChannelSpec(capacity = ChannelSpec.UNBOUNDED);
}
