package metrics;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** One array of atomic elements, one that is only read, and one under a lock. */
public abstract class Histogram {
  private static final long[] LIMITS = {1, 10, 100, 1_000, 10_000};
  private final AtomicLongArray buckets = new AtomicLongArray(LIMITS.length + 1);
  private final long[] slowest = new long[10];

  public abstract Sender<Duration> samples();

  @Consumer(from = "samples", concurrency = 8)
  void add(Duration sample) {
    int bucket = 0;
    while (bucket < LIMITS.length && sample.toMillis() > LIMITS[bucket]) {
      bucket++;
    }
    buckets.incrementAndGet(bucket);
    if (bucket == LIMITS.length) {
      slow(sample.toMillis());
    }
  }

  @Synchronized(lock = "slowest")
  void slow(long millis) {
    for (int i = 0; i < slowest.length; i++) {
      if (slowest[i] < millis) {
        slowest[i] = millis;
        return;
      }
    }
  }

  @Synchronized(lock = "slowest")
  public long[] slowest() {
    return slowest.clone();
  }
}
