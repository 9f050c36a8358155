package io.lappet;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Pauses of random length, so that threads meet in ever new ways. For one thread. */
final class Unrest {
  private final SplittableRandom random;
  private final int seldom;

  /** Pauses about once in {@code seldom} calls, a power of two. */
  Unrest(long seed, int seldom) {
    this.random = new SplittableRandom(seed);
    this.seldom = seldom;
  }

  void nowAndThen() {
    int dice = random.nextInt();
    if ((dice & seldom - 1) == 0) {
      pause();
    }
  }

  void pause() {
    switch (random.nextInt(8)) {
      case 0, 1 -> LockSupport.parkNanos(random.nextInt(1, 200_000));
      case 2 -> Thread.yield();
      default -> {
        long end = System.nanoTime() + (1L << random.nextInt(4, 16));
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
      }
    }
  }

  int next(int bound) {
    return random.nextInt(bound);
  }
}
