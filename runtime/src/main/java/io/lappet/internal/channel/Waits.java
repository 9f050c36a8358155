package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.time.Duration;

/** How long messages wait in a channel, of a sample. Guarded by the lock of the channel. */
final class Waits {
  /** The stamp of a message that is not of the sample. */
  static final long UNSTAMPED = -1;

  /** One message in so many is of the sample, beginning with the first. */
  static final int SAMPLE = 1024;

  private final Seam seam;
  private long count;
  private long total;
  private long longest;

  Waits(Seam seam) {
    this.seam = seam;
  }

  /** The stamp of a message that is the {@code number}th to enter, counted from 0. */
  long stamp(long number) {
    return number % SAMPLE == 0 ? seam.nanos() : UNSTAMPED;
  }

  /** Notes that a message with this stamp was received. */
  void received(long stamp) {
    if (stamp != UNSTAMPED) {
      long wait = seam.nanos() - stamp;
      count++;
      total += wait;
      longest = Math.max(longest, wait);
    }
  }

  Duration mean() {
    return count == 0 ? Duration.ZERO : Duration.ofNanos(total / count);
  }

  Duration longest() {
    return Duration.ofNanos(longest);
  }
}
