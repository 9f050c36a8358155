package io.lappet;

import java.time.Duration;

/**
 * Is told what happens in a fabric. Methods are called by the thread concerned, with no lock of the
 * fabric held. One that throws is logged and changes nothing.
 */
public interface FabricListener {
  /** A thread of a worker or task begins. Called on that thread. */
  default void onStart(String name, Thread thread) {}

  /**
   * A thread of a worker or task ends. Called on that thread, perhaps after whoever has joined the
   * worker or task has gone on. {@link Fabric#close()} returns after the last of these calls, unless
   * that takes longer than half a second.
   */
  default void onEnd(String name, Thread thread) {}

  /**
   * A failure that nobody waits for; told exactly once. Without any listener failures go to the
   * system logger {@code io.lappet}.
   */
  default void onFailure(Failure failure) {}

  /**
   * A run of a periodic method begins late, for a reason that nobody has asked for: not after a pause,
   * and not by its jitter. Called before the run. Without any listener that goes to the system logger
   * {@code io.lappet}, at most once a minute for each timer.
   */
  default void onLate(LateTick late) {}

  /**
   * Threads wait for each other for ever, or may do so another time. Called by the thread that would
   * be the last of the circle, before it waits; so it must not wait itself. Hazards are logged by the
   * system logger {@code io.lappet} in any case.
   */
  default void onHazard(Hazard hazard) {}

  /** A worker is going to be called again after a failure. */
  default void onRestart(Worker worker, Duration after) {}
}
