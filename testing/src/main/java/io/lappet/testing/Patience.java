package io.lappet.testing;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long, in real time, somebody waits for others to go on. It counts naps without any progress
 * rather than time, so that a debugger that stops all threads does not use it up.
 *
 * <p>Not safe for use by several threads.
 */
final class Patience {
  /** How long a nap is. */
  static final long NAP = Duration.ofMillis(50).toNanos();

  private final LongSupplier progress;
  private final long naps;
  private long seen;
  private long idle;

  /**
   * Makes one.
   *
   * @param progress a number that grows while others go on
   */
  Patience(Duration limit, LongSupplier progress) {
    this.progress = progress;
    this.naps = limit.toNanos() / NAP;
    this.seen = progress.getAsLong();
  }

  /** To be called after each nap: whether nothing has gone on for the whole limit. */
  boolean isOver() {
    long now = progress.getAsLong();
    if (now != seen) {
      seen = now;
      idle = 0;
    } else {
      idle++;
    }
    return idle >= naps;
  }
}
