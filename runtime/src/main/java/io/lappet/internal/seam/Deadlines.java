package io.lappet.internal.seam;

import java.time.Duration;

/** Arithmetic of deadlines that does not overflow. */
public final class Deadlines {
  private Deadlines() {}

  /** The deadline {@code limit} from now; a negative limit counts as zero. */
  public static long after(Seam seam, Duration limit) {
    return after(seam, nanos(limit));
  }

  /** The deadline {@code nanos} from now; a negative number counts as zero. */
  public static long after(Seam seam, long nanos) {
    return add(seam.nanos(), Math.max(0, nanos));
  }

  /** The length of {@code limit}; 0 if it is negative, {@link Seam#NEVER} if it is too long. */
  public static long nanos(Duration limit) {
    if (limit.isNegative()) {
      return 0;
    }
    if (limit.toSeconds() > Long.MAX_VALUE / 1_000_000_000L - 1) {
      return Seam.NEVER;
    }
    return limit.toNanos();
  }

  /** The sum of a time and a length, neither of them negative; {@link Seam#NEVER} if too large. */
  public static long add(long time, long length) {
    long sum = time + length;
    return sum < 0 ? Seam.NEVER : sum;
  }
}
