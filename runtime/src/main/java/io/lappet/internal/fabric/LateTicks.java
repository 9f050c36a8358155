package io.lappet.internal.fabric;

import io.lappet.LateTick;
import io.lappet.internal.seam.Seam;
import java.util.concurrent.locks.ReentrantLock;

/** Tells of runs of one timer that began too late: listeners of each, the log once in a while. */
final class LateTicks {
  private static final long LATE = 10_000_000;
  private static final int PART_OF_PERIOD = 10;
  private static final long LOG_EVERY = 60_000_000_000L;

  private final Failures failures;
  private final Seam seam;
  private final ReentrantLock lock = new ReentrantLock();
  private long logged = Seam.NEVER; // guarded by lock; when that was the last time

  LateTicks(Failures failures, Seam seam) {
    this.failures = failures;
    this.seam = seam;
  }

  /** Whether so many nanoseconds are worth telling where a tick lasts for {@code length}. */
  static boolean isLate(long lateness, long length) {
    return lateness > LATE && lateness > length / PART_OF_PERIOD;
  }

  /** May lead to code of users. */
  void tell(LateTick late) {
    if (!failures.late(late) && isTimeToLog()) {
      Failures.warn(late.toString());
    }
  }

  private boolean isTimeToLog() {
    long now = seam.nanos();
    lock.lock();
    try {
      boolean isTime = logged == Seam.NEVER || now - logged >= LOG_EVERY;
      logged = isTime ? now : logged;
      return isTime;
    } finally {
      lock.unlock();
    }
  }
}
