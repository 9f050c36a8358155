package io.lappet;

import java.time.Instant;

/** The clock of a fabric. */
public interface TimeSource {
  /** Monotonic time in nanoseconds, from an arbitrary origin. */
  long nanos();

  /** The time of day. */
  Instant now();
}
