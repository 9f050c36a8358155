package io.lappet.annotation;

/**
 * What a timer does with ticks that come while a run of its method is not over. Runs of all timers of
 * a method count, but for those of timers that are {@link #PARALLEL}.
 */
public enum Overlap {
  /**
   * They are merged into one run that follows at once: it stands for the last of them and counts the
   * others as missed.
   */
  SKIP,

  /**
   * The first of them waits and runs at once after the present run, as the tick that it is; those
   * that come while it waits are missed.
   */
  QUEUE_ONE,

  /**
   * The present run is interrupted, and the new one begins when it has returned. If that takes until
   * further ticks have come, they are merged as with {@link #SKIP}.
   */
  CANCEL_PREVIOUS,

  /**
   * The runs overlap, at most {@link PeriodicTimer#concurrency()} at a time; ticks beyond that are
   * merged as with {@link #SKIP}.
   */
  PARALLEL
}
