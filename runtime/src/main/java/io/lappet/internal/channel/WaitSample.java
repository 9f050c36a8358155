package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sample of {@link Waits} in a ring, where messages have positions and no stamps. One that the
 * next of the sample overtakes before it is taken is left out.
 */
final class WaitSample {
  private static final long OTHERS = Waits.SAMPLE - 1;

  private final Seam seam;
  private final ReentrantLock lock;
  private final Waits waits;
  private volatile long since; // of the one in the ring
  private volatile long position = -1; // of the same

  WaitSample(Seam seam, ReentrantLock lock) {
    this.seam = seam;
    this.lock = lock;
    this.waits = new Waits(seam);
  }

  /** A message is about to enter. */
  void sent(long position) {
    if ((position & OTHERS) == 0) {
      begin(position);
    }
  }

  private void begin(long position) {
    this.position = -1;
    this.since = seam.nanos();
    this.position = position;
  }

  /** A message was taken. */
  void taken(long position) {
    if ((position & OTHERS) == 0) {
      end(position);
    }
  }

  private void end(long position) {
    long begin = since;
    if (this.position != position) {
      return;
    }
    lock.lock();
    try {
      waits.received(begin);
    } finally {
      lock.unlock();
    }
  }

  /** Call only when holding the lock. */
  Duration mean() {
    return waits.mean();
  }

  /** Call only when holding the lock. */
  Duration longest() {
    return waits.longest();
  }
}
