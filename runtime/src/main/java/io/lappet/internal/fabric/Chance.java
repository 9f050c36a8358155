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

  /** A length from 0 to {@code longest}. */
  long upTo(long longest) {
    lock.lock();
    try {
      return Math.min(longest, (long) (random().nextDouble() * longest));
    } finally {
      lock.unlock();
    }
  }

  /** Makes {@code length} longer or shorter by up to {@code part} of it. */
  long vary(long length, double part) {
    lock.lock();
    try {
      return Math.round(length * (1 + part * (2 * random().nextDouble() - 1)));
    } finally {
      lock.unlock();
    }
  }

  private SplittableRandom random() {
    SplittableRandom known = random;
    if (known == null) {
      known = new SplittableRandom(seam.seed());
      random = known;
    }
    return known;
  }
}
