package io.lappet.internal.fabric;

import io.lappet.internal.seam.Seam;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What is left to chance in a fabric. In a test its seed decides. */
final class Chance {
  private final Seam seam;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SplittableRandom random; // guarded by lock; once it is needed

  Chance(Seam seam) {
    this.seam = seam;
  }

  /** Makes {@code length} longer or shorter by up to {@code part} of it. */
  long vary(long length, double part) {
    lock.lock();
    try {
      if (random == null) {
        random = new SplittableRandom(seam.seed());
      }
      return Math.round(length * (1 + part * (2 * random.nextDouble() - 1)));
    } finally {
      lock.unlock();
    }
  }
}
