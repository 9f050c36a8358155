package io.lappet.benchmarks.channels;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the asking side of a round trip does between a reply and the next request, whatever carries
 * them: it takes the time, and in the asleep case it pauses. Used by one thread at a time.
 */
@SuppressWarnings("field-race") // the messages themselves hand the fields over
final class Trips {
  private static final Integer REQUEST = 1;
  private static final int NOT_UNDERWAY = -1;

  private final long[] nanos;
  private final long pauseMillis;
  private final Semaphore gate = new Semaphore(0);
  private final Semaphore ends = new Semaphore(0);
  private volatile boolean isStopped;
  private int made = NOT_UNDERWAY;
  private long left;

  Trips(int number, long pauseMillis) {
    nanos = new long[number];
    this.pauseMillis = pauseMillis;
  }

  /** The next request, now that the reply to the last one is here; null when there are no more. */
  @Nullable
  Integer next() throws InterruptedException {
    if (made != NOT_UNDERWAY) {
      nanos[made++] = System.nanoTime() - left;
      if (made == nanos.length) {
        made = NOT_UNDERWAY;
        ends.release();
      }
    }
    if (made == NOT_UNDERWAY) {
      gate.acquire();
      if (isStopped) {
        return null;
      }
      made = 0;
    }
    if (pauseMillis > 0) {
      Thread.sleep(pauseMillis);
    }
    left = System.nanoTime();
    return REQUEST;
  }

  /** Makes all trips; returns their times, sorted, which the next call overwrites. */
  long[] run() throws InterruptedException {
    gate.release();
    if (!ends.tryAcquire(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("A message is lost");
    }
    Arrays.sort(nanos);
    return nanos;
  }

  void stop() {
    isStopped = true;
    gate.release();
  }
}
