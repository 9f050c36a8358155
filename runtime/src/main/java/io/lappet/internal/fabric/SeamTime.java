package io.lappet.internal.fabric;

import io.lappet.TimeSource;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The clocks of a fabric, which are those of its seam. */
record SeamTime(Seam seam) implements TimeSource {
  @Override
  public long nanos() {
    return seam.nanos();
  }

  @Override
  public Instant now() {
    return seam.now();
  }

  /** Waits for as long as {@code length}. */
  void sleep(Duration length) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    ReentrantLock own = new ReentrantLock();
    Condition never = own.newCondition();
    own.lock();
    try {
      seam.await(own, never, () -> false, Deadlines.after(seam, length));
    } finally {
      own.unlock();
    }
  }
}
