package slots;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;

/** Arrays between two threads: published by a counter, guarded by a lock, or of one thread alone. */
public final class Slots {
  private Slots() {}

  public abstract static class Published {
    private final long[] ring = new long[64];
    private volatile long written;

    abstract Sender<Long> samples();

    @Consumer(from = "samples")
    void add(long sample) {
      ring[(int) (written % ring.length)] = sample;
      written = written + 1;
    }

    @PeriodicTimer(every = "1m")
    void print() {
      long last = written;
      System.out.println(last == 0 ? 0 : ring[(int) ((last - 1) % ring.length)]);
    }
  }

  @Woven
  public abstract static class Guarded {
    private final long[] sums = new long[4];
    private final int[] own = new int[4];

    abstract Sender<Long> values();

    @Consumer(from = "values", concurrency = 2)
    void add(long value) {
      int at = (int) (value % own.length);
      sum(at, value);
    }

    @Synchronized
    void sum(int at, long value) {
      sums[at] += value;
    }

    @PeriodicTimer(every = "1m")
    void print() {
      own[0]++;
      System.out.println(own[0] + ": " + total());
    }

    @Synchronized
    long total() {
      long total = 0;
      for (long sum : sums) {
        total += sum;
      }
      return total;
    }
  }
}
