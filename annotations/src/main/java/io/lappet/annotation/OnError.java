package io.lappet.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What happens when an activation fails.
 *
 * <p><b>Where it can be used.</b> Beside {@link Daemon}, {@link Producer}, {@link Consumer} or
 * {@link PeriodicTimer}, or on the class as the default of all its activations.
 *
 * <p><b>Semantics.</b> A call that throws is repeated up to {@link #retries()} times, with
 * exponential back-off in between. If it still fails, a consumer with a {@link #deadLetter()} sends
 * the message there, and that settles it. Otherwise {@link #then()} decides, and the failure is
 * reported once to the {@code FabricListener}. An {@link Error} is never retried: it always fails
 * the fabric.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnError {
  /** What follows a failure that was not put right by a retry. */
  enum Then {
    /** CONTINUE for consumers and timers, RESTART for producers and daemons. */
    DEFAULT,

    /** The failure is reported and the next message, call or tick follows. */
    CONTINUE,

    /**
     * The failure is reported and the method is called again after a back-off. After too many
     * failures the fabric fails; see {@link #maxFailures} and {@link #window}.
     */
    RESTART,

    /** The failure is reported and this worker ends as {@code FAILED}; the others go on. */
    STOP,

    /** The failure is reported and the fabric is shut down in order; it keeps the cause. */
    FAIL
  }

  /** How often a failed message, call or tick is tried again; not negative. */
  int retries() default 0;

  /** The pause before the first retry or restart; it doubles with each further one. */
  String backoff() default "100ms";

  /** The longest pause. */
  String maxBackoff() default "10s";

  /** The channel of {@code DeadLetter<T>} that gets the messages a consumer could not handle. */
  String deadLetter() default "";

  /** What follows a failure that was not put right. */
  Then then() default Then.DEFAULT;

  /**
   * The pauses are made longer or shorter by chance, by up to this part of them: 0.2 makes 80 to 120
   * ms of 100 ms. From 0 to 1. Under a {@code TestFabric} its seed decides.
   */
  double jitter() default 0;

  /** With how many failures a worker that restarts fails the fabric; at least one. */
  int maxFailures() default 5;

  /**
   * In what time {@link #maxFailures} are too many. By default those count between which there was no
   * success, however long that took.
   */
  String window() default "";
}
