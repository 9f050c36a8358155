package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that is called periodically.
 *
 * <p><b>Where it can be used.</b> On {@code void m()}, or {@code R m()} with {@link #to()}, each
 * with an optional parameter {@code Tick}. Neither private, static nor abstract.
 *
 * <p><b>Semantics.</b> At a fixed rate: ticks stand on a grid that begins when the timer is
 * started, runs never overlap, and ticks missed while a run was busy are merged into one run that
 * follows at once; then the grid goes on. Nothing is early, and there are no bursts. With {@link
 * #fixedDelay()} the period is counted from the end of a run to the start of the next. The first
 * run takes place after one period unless {@link #initialDelay()} says otherwise. A run that fails
 * is reported and the series goes on ({@link OnError}). User code never runs on the thread that
 * waits for the time, so that timers do not hold each other up.
 *
 * <p><b>What is generated.</b> {@code
 * weaving.timer("report").every(Duration.ofSeconds(5)).runs(this::report);}
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PeriodicTimer {
  /** The period, a positive duration. */
  String every();

  /** The time to the first run; {@code "0s"} runs at once. By default one period. */
  String initialDelay() default "";

  /** Whether the period is counted from the end of one run to the start of the next. */
  boolean fixedDelay() default false;

  /** The channel to which results are sent; a result of {@code null} sends nothing. */
  String to() default "";

  /** Whether the program may end although this timer still runs. */
  boolean daemon() default false;

  /** The name of the worker and of its threads; by default {@code Component.method}. */
  String name() default "";

  /** The kind of thread of each run. */
  ThreadKind thread() default ThreadKind.AUTO;
}
