package io.lappet.benchmarks.channels;

import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where one producer gets its items: always the same few objects, so that nothing is allocated. */
final class Supply {
  /** The value of the last item of a round; all others are less. */
  static final int LAST = 1 << 20;

  private static final int OBJECTS = 1024;
  private static final Integer[] ITEMS =
      IntStream.rangeClosed(1, OBJECTS).boxed().toArray(Integer[]::new);
  private static final Integer LAST_ITEM = LAST;

  /** How many items are left of this round; in the middle of an array no cache line is shared. */
  private final long[] left = new long[2 * Sink.PADDING];

  private final int share;
  private final Semaphore gate = new Semaphore(0);
  private volatile boolean isStopped;

  Supply(int share) {
    this.share = share;
  }

  /** How many items there are in a round. */
  int share() {
    return share;
  }

  /** The next item, for which the producer waits between rounds; null when there are no more. */
  @Nullable
  Integer next() throws InterruptedException {
    long now = left[Sink.PADDING];
    if (now == 0) {
      if (!awaitRound()) {
        return null;
      }
      now = share;
    }
    return item(now);
  }

  /** Waits for the next round; for producers that end with each. */
  boolean awaitRound() throws InterruptedException {
    gate.acquire();
    return !isStopped;
  }

  /** The next item of a round that is known to go on; the first call begins one. */
  Integer take() {
    long now = left[Sink.PADDING];
    return item(now == 0 ? share : now);
  }

  private Integer item(long now) {
    left[Sink.PADDING] = now - 1;
    return now == 1 ? LAST_ITEM : ITEMS[(int) now & (OBJECTS - 1)];
  }

  void release() {
    gate.release();
  }

  void stop() {
    isStopped = true;
    gate.release();
  }

  long valueOfRound() {
    long value = LAST;
    for (int i = 2; i <= share; i++) {
      value += ITEMS[i & (OBJECTS - 1)];
    }
    return value;
  }
}
