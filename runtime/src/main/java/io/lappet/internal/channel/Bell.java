package io.lappet.internal.channel;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where threads sleep until there is something for them, and are woken one at a time by those who
 * bring it without a lock.
 */
final class Bell {
  /*
   * Armed means: somebody sleeps who has looked in vain, so whoever brings something must ring. A
   * sleeper arms before its last look, and who brings something brings it before looking whether the
   * bell is armed; both are ordered like volatile accesses, so one of the two sees the other.
   *
   * A ring disarms and wakes one sleeper; until that one is up nobody rings again. It arms again for
   * the others when it leaves. A sleeper that wakes and finds nothing arms again and sleeps on, so a
   * ring for something that another thread has taken meanwhile is not lost for the next one.
   *
   * Some bring something without that order, or put off the ringing for a moment. Where they do,
   * sleepers look by themselves after such a moment, and some times more, less and less often.
   *
   * Who leaves with success goes and takes what there is, and rings for the next if there is more.
   * Who leaves without it looks for the others before.
   */
  private static final int SLOWER = 10;

  private final Seam seam;
  private final ReentrantLock lock;
  private final Condition rung;
  private final BooleanSupplier news;
  private final int naps;
  private int sleepers; // guarded by lock
  private volatile boolean armed; // written with lock
  private volatile long since; // written with lock; when it was armed by the first sleeper

  /**
   * Makes one that nobody sleeps at.
   *
   * @param news whether there is something for a sleeper
   * @param naps how often a sleeper looks by itself at most
   */
  Bell(Seam seam, ReentrantLock lock, BooleanSupplier news, int naps) {
    this.seam = seam;
    this.lock = lock;
    this.rung = lock.newCondition();
    this.news = news;
    this.naps = seam.glance() == Seam.NEVER ? 0 : naps;
  }

  /** What a thread sleeps for, made once. */
  final class Sleep {
    private final BooleanSupplier ready;
    private final BooleanSupplier readyOrRung;

    /** For one that wakes for news, and whenever {@code otherwise} is true after a ring. */
    Sleep(BooleanSupplier otherwise) {
      this.ready = () -> news.getAsBoolean() || otherwise.getAsBoolean();
      this.readyOrRung = () -> !armed || ready.getAsBoolean();
    }

    /** Whether there is no reason to sleep. */
    BooleanSupplier over() {
      return ready;
    }

    /**
     * Sleeps, with the lock held.
     *
     * @return whether there was a reason to wake; if not, the deadline has passed
     */
    boolean until(long deadline) throws InterruptedException {
      assert lock.isHeldByCurrentThread();
      boolean success = false;
      if (sleepers++ == 0) {
        since = seam.nanos();
      }
      try {
        long nap = seam.glance();
        int left = naps;
        do {
          armed = true;
          long limit = left > 0 ? Math.min(deadline, Deadlines.add(seam.nanos(), nap)) : deadline;
          if (!seam.await(lock, rung, readyOrRung, limit) && limit == deadline) {
            return false;
          }
          left--;
          nap = nap * SLOWER;
        } while (!ready.getAsBoolean());
        success = true;
        return true;
      } finally {
        leave(success);
      }
    }
  }

  private void leave(boolean success) {
    sleepers--;
    armed = sleepers > 0;
    if (armed && !success && news.getAsBoolean()) {
      ring();
    }
  }

  /** Whether somebody must ring. */
  boolean isArmed() {
    return armed;
  }

  /** How long the first of those who sleep has been doing so. */
  long asleepFor() {
    return seam.nanos() - since;
  }

  /** Wakes one sleeper, if there is one that nobody has rung for. */
  void ring() {
    lock.lock();
    try {
      if (armed) {
        armed = false;
        rung.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets all sleepers look again. */
  void ringAll() {
    lock.lock();
    try {
      armed = false;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
