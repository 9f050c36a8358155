package io.lappet.annotation;

/** The kind of thread that runs an activation. */
public enum ThreadKind {
  /**
   * Platform threads for {@link Daemon}, {@link Producer} and {@link Consumer}; for the runs of a
   * {@link PeriodicTimer} virtual threads where the JDK has them (21 and later).
   */
  AUTO,

  /** A platform thread. */
  PLATFORM,

  /** A virtual thread; before JDK 21, which has none, a daemon platform thread. */
  VIRTUAL
}
