package io.lappet.processor.body.facts;

import java.util.Optional;

/**
 * A method that the runtime calls.
 *
 * @param method its id
 * @param concurrency how many threads may run it for one object at a time
 * @param keyed whether messages with equal keys are handled one at a time
 * @param virtual whether these are virtual where there are such; not known of other compilations
 */
public record Activation(
    Kind kind,
    String method,
    int concurrency,
    boolean keyed,
    boolean virtual,
    Optional<Resource> from,
    Optional<Resource> to,
    Optional<Resource> deadLetters) {
  /** What calls it. */
  public enum Kind {
    /** A {@code @Daemon}. */
    DAEMON,
    /** A {@code @Producer}. */
    PRODUCER,
    /** A {@code @Consumer}. */
    CONSUMER,
    /** A {@code @PeriodicTimer}. */
    TIMER
  }
}
