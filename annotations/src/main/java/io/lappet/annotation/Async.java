package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The twin of a method: an abstract method with the same parameters, whose call runs that method on
 * another thread and returns at once.
 *
 * <p><b>Where it can be used.</b> On an abstract method of a class. Its target is a concrete method
 * of the same parameter types: the one that {@link #value} names, or the one whose name followed by
 * {@code Async} is the name of the twin. For a target that returns {@code R} the twin returns {@code
 * Task<R>}, {@code CompletableFuture<R>}, {@code CompletionStage<R>}, {@code Future<R>} or {@code
 * void}; for one that returns {@code void}, {@code Task<Void>} and so on; for {@code void m(..,
 * Yield<T> out)}, {@code Generator<T>} and no {@code Yield} parameter.
 *
 * <p><b>Semantics.</b> Each call is a task of its own, which the fabric waits for when it closes. On
 * no {@link #lane} it has a thread of its own: a virtual one where the JDK has them. The target
 * keeps its own {@link Synchronized}, {@link Limit} and so on. What the caller did before the call
 * is visible to the target, and the values of the caller's context keys go with it. A failure
 * belongs to whoever asks the result for it; a twin that returns {@code void} has nobody who asks,
 * so its failure is reported to the {@code FabricListener}.
 *
 * <p><b>What is generated.</b> {@code return loadTwin.call(() -> load(id));}
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Async {
  /** The name of the target; by default the name of the twin without {@code Async}. */
  String value() default "";

  /**
   * The full name of the task and its thread; from the second call on it has a number: {@code
   * LoopThread}, {@code LoopThread-2}. By default the component and the target, with a number: {@code
   * Pages.user-17}.
   */
  String name() default "";

  /** The lane that runs it: an accessor, a lane of a shared interface, or {@code cpu}. */
  String lane() default "";

  /** How long to wait before it begins. Cancelling the task meanwhile takes it back. */
  String delay() default "";

  /**
   * How long it may take, counted from the call. After that the body is interrupted and the task has
   * failed with {@code TimeoutException}.
   */
  String timeout() default "";

  /** Whether closing the fabric does not wait for it, and interrupts it. */
  boolean daemon() default false;

  /**
   * Whether the thread that joins the task may run it, if no thread has begun to: nothing is faster,
   * and it then runs under the name and with the thread-local state of that thread. Needs a lane.
   * Without it only a task of the same lane does so, which would wait for ever otherwise.
   */
  boolean callerRuns() default false;
}
