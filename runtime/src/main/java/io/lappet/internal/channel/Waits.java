package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long messages wait, of a sample: the first, and then every 1,024th. A sample that is overtaken
 * by the next one before it is taken is left out.
 */
final class Waits {
  private static final long SAMPLE = 1024 - 1;

  private final Seam seam;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long since; // of the sample in the channel
  private volatile long position = -1; // of the same
  private long count; // guarded by lock
  private long total; // guarded by lock
  private long longest; // guarded by lock

  Waits(Seam seam) {
    this.seam = seam;
  }

  /** A message is about to enter. */
  void sent(long position) {
    if ((position & SAMPLE) == 0) {
      this.position = -1;
      this.since = seam.nanos();
      this.position = position;
    }
  }

  /** A message was taken. */
  void taken(long position) {
    if ((position & SAMPLE) == 0) {
      long begin = since;
      if (this.position == position) {
        add(seam.nanos() - begin);
      }
    }
  }

  private void add(long wait) {
    lock.lock();
    try {
      count++;
      total += wait;
      longest = Math.max(longest, wait);
    } finally {
      lock.unlock();
    }
  }

  Duration mean() {
    lock.lock();
    try {
      return Duration.ofNanos(count == 0 ? 0 : total / count);
    } finally {
      lock.unlock();
    }
  }

  Duration longest() {
    lock.lock();
    try {
      return Duration.ofNanos(longest);
    } finally {
      lock.unlock();
    }
  }
}
