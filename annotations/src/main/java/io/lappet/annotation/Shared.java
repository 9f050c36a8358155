package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Resources that several classes use: one instance of each per fabric.
 *
 * <p><b>Where it can be used.</b> On an interface that is neither private nor generic, and has nothing
 * but abstract methods without parameters that return a resource: {@code Mutex}, {@code Lock}, {@code
 * ReadWriteLock}, {@code Gate}, {@code Permits} with {@link Limit}, {@code Lane}, {@code Channel<T>}, {@code
 * Sender<T>}, {@code Receiver<T>} or {@code ChannelView<T>}, which may have a {@link ChannelSpec};
 * inherited methods count. Classes that name them say so with {@link Woven#uses}.
 *
 * <p><b>What is generated.</b> {@code WovenBooks} for an interface {@code Books}, as visible as that,
 * with {@code static Books in(Fabric)}, through which all other code gets the same resources. They are
 * made by the first who asks, by any thread, and belong to the fabric. When it has closed, locks, gates
 * and permits still work, and channels are closed.
 *
 * <p><b>Channels.</b> A shared channel does not end when its senders do, since others may come; closing
 * the fabric drains it. A side that the interface does not hand out (both with {@code ChannelView}) is
 * a producer, consumer or timer: starting one side without the other is a {@code WiringException}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Shared {
  /** The first part of the names of its resources; by default the simple name of the interface. */
  String name() default "";
}
