package io.lappet.spi;

/**
 * Takes foreign thread-local state along with the work: a logging context, a transaction, a trace.
 * Given to {@code Fabric.Builder.carrier}; called for twins, groups, lanes, submits and timers.
 */
@FunctionalInterface
public interface ContextCarrier {
  /**
   * Takes what the calling thread has now; called by the thread that makes the task, before that
   * call returns.
   *
   * @return what brings it to another thread; called at most once. Null if there is nothing to take
   */
  @org.jspecify.annotations.Nullable
  Captured capture();

  /** What one task takes along. */
  @FunctionalInterface
  interface Captured {
    /**
     * Gives the calling thread what was captured, before the body.
     *
     * @return what gives the thread back what it had; called after the body, on every way out
     */
    Restore apply();
  }

  /** Gives a thread back what it had. */
  @FunctionalInterface
  interface Restore {
    /** Called once, by the thread of the body. */
    void restore();
  }
}
