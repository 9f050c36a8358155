package io.lappet.spi;

import org.jspecify.annotations.Nullable;

/**
 * Takes foreign thread-local state along with the work: a logging context, a transaction, a trace.
 * Given to {@code Fabric.Builder.carrier}; called for each task of a twin, group, lane, submit or
 * delay, and for each generator and coroutine. Several capture and apply in the order in which they
 * were given, and restore in the reverse order.
 *
 * <p>One that throws in {@link #capture} fails the call that would have made the task, before
 * anything is made; in {@link Captured#apply} it fails the task, whose body does not run; in {@link
 * Restore#restore} it is reported, and the others still restore.
 */
@FunctionalInterface
public interface ContextCarrier {
  /**
   * Takes what the calling thread has now; called by the thread that makes the task, before that
   * call returns.
   *
   * @return what brings it to another thread; called at most once. Null if there is nothing to take:
   *     then the body sees what its thread has. A thread that joins a task may run it, so a carrier
   *     under which that must not be seen returns something that clears it
   */
  @Nullable
  Captured capture();

  /**
   * Whether the calling thread has nothing of this. Only asked by {@code TestFabric}, when a thread
   * that is used again has ended a task or a call: if the answer is no, the test fails and names this
   * carrier as {@code toString} does. A carrier that captures nothing may be there for this alone, to
   * watch a {@code ThreadLocal}.
   */
  default boolean isClean() {
    return true;
  }

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
