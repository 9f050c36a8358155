package io.lappet.benchmarks.channels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Semaphore;

/** What one consumer does with an item: it adds up values. Used by one thread at a time. */
final class Sink {
  /** In longs, so that neither the next cache line nor the one fetched with it is shared. */
  static final int PADDING = 16;

  private static final VarHandle SUM = MethodHandles.arrayElementVarHandle(long[].class);

  /** In the middle; written by the consumer alone, with a store that others may read. */
  private final long[] sum = new long[2 * PADDING];

  private final Semaphore ends;

  Sink(Semaphore ends) {
    this.ends = ends;
  }

  void accept(Integer item) {
    int value = item;
    SUM.setRelease(sum, PADDING, sum[PADDING] + value);
    if (value == Supply.LAST) {
      ends.release();
    }
  }

  long sum() {
    return (long) SUM.getAcquire(sum, PADDING);
  }
}
