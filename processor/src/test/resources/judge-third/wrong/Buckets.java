// LAP201
package buckets;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.util.Arrays;

/** One thread counts in the elements of an array, and another one reads and clears them. */
public abstract class Buckets {
  private final long[] counts = new long[8]; // here

  abstract Sender<Integer> samples();

  @Consumer(from = "samples")
  void add(int sample) {
    int bucket = Math.min(counts.length - 1, Math.abs(sample) / 10);
    counts[bucket]++; // here
  }

  @PeriodicTimer(every = "1m")
  void print() {
    System.out.println(Arrays.toString(counts)); // here
    Arrays.fill(counts, 0); // here
  }
}
