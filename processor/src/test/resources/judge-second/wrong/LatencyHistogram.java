// LAP201
package metrics;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.time.Duration;
import java.util.Arrays;

/** The elements of the array are counted up on eight threads. */
public abstract class LatencyHistogram {
  private static final int SIZE = 32;
  private final long[] buckets = new long[SIZE]; // here

  public abstract Sender<Duration> samples();

  @Consumer(from = "samples", concurrency = 8)
  void add(Duration sample) { // here
    buckets[bucket(sample)]++; // here
  }

  private static int bucket(Duration sample) {
    int index = 64 - Long.numberOfLeadingZeros(Math.max(1, sample.toMillis()));
    return Math.min(SIZE - 1, index);
  }

  @Override
  public String toString() {
    return Arrays.toString(buckets);
  }
}
