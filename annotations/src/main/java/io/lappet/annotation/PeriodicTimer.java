package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
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
 * follows at once; then the grid goes on. Nothing is early, and there are no bursts. Runs of a timer
 * whose period is ten seconds or more may begin a 256th of the period late, and a quarter of a second
 * at most, so that many timers share one wake-up of the machine; the first one, runs at times of day
 * and all runs in a test are on time. With {@link #fixedDelay()} the period is counted from the end of a run to the start of the next. The first
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
@Repeatable(PeriodicTimer.Several.class)
public @interface PeriodicTimer {
  /** The period, a positive duration. Either this or {@link #cron()}. */
  String every() default "";

  /**
   * Times of day, on the clock on the wall of {@link #zone()}: five fields, or six with the second in
   * front, or one of {@code @hourly}, {@code @daily} (also {@code @midnight}), {@code @weekly}, {@code
   * @monthly}, {@code @yearly} (also {@code @annually}). Either this or {@link #every()}.
   *
   * <table>
   *   <caption>Fields</caption>
   *   <tr><td>second</td><td>0 to 59</td></tr>
   *   <tr><td>minute</td><td>0 to 59</td></tr>
   *   <tr><td>hour</td><td>0 to 23</td></tr>
   *   <tr><td>day of the month</td><td>1 to 31; {@code L} is the last, {@code L-3} three days before
   *       it, {@code 15W} the day from Monday to Friday that is nearest to the 15th in the same
   *       month, {@code LW} the last such day</td></tr>
   *   <tr><td>month</td><td>1 to 12, or {@code JAN} to {@code DEC}</td></tr>
   *   <tr><td>day of the week</td><td>1 to 7 from Monday on, or {@code MON} to {@code SUN}; 0 is
   *       Sunday too; {@code FRIL} is the last Friday of a month, {@code MON#2} the second
   *       Monday</td></tr>
   * </table>
   *
   * <p>Each field is {@code *} for any value, a value, a range ({@code 9-17}, also over the end, {@code
   * 22-2}), each with a step if wanted ({@code *}{@code /15}, {@code 9-17/2}; {@code 5/15} begins with
   * 5), or a list of these ({@code 8,12,16-18}). Upper and lower case are the same.
   *
   * <p><b>Both fields of days.</b> One that is {@code *} or {@code ?} says nothing. If both say
   * something, it runs on a day that <em>either</em> names, as with cron itself: {@code 0 0 13 * FRI}
   * is each 13th and each Friday.
   *
   * <p><b>When clocks change.</b> An expression that names hours means something that is done on a day:
   * if clocks skip its time it runs at the end of the gap, if the time comes twice it runs the first
   * time. One that leaves the hour open ({@code *}) goes on as time goes by: it has nothing to make up
   * for after a gap, and runs in both passes. {@link #gap()} and {@link #fold()} choose otherwise.
   */
  String cron() default "";

  /** The time zone of {@link #cron()}, for instance {@code "Europe/Berlin"}; by default that of the fabric. */
  String zone() default "";

  /** What happens with times that clocks skip when they are put forward. */
  Gap gap() default Gap.AUTO;

  /** What happens with times that come twice when clocks are put back. */
  Fold fold() default Fold.AUTO;

  /** By how much at most a run begins later than its tick, by chance; the grid stays where it is. */
  String jitter() default "";

  /** What happens with ticks that come while a run is not over. */
  Overlap overlap() default Overlap.SKIP;

  /** How many runs there may be at a time, with {@link Overlap#PARALLEL}. */
  int concurrency() default 1;

  /** How long a run may take; then it is interrupted and fails with {@code TimeoutException}. */
  String timeout() default "";

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

  /** Several timers of one method; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface Several {
    /** The timers, in the order in which they were written. */
    PeriodicTimer[] value();
  }
}
