package io.lappet.internal.seam;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The seam of production: the clock of the system, and locks and conditions as the JDK has them. */
public final class SystemSeam implements Seam {
  private static final long ORIGIN = System.nanoTime();

  /** The one of what belongs to no fabric. What it finds goes to the log. */
  public static final SystemSeam INSTANCE = new SystemSeam(new Deadlocks(Deadlocks::log));

  /** Whether nobody else can run while this thread looks. */
  private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;

  private static final int YIELD_EVERY = 8;

  /** 10 s: what comes more often than that is on time. */
  private static final long SELDOM = 10_000_000_000L;

  private static final int PART_OF_PERIOD = 256;
  private static final long LEEWAY = 250_000_000;

  private final @Nullable Deadlocks deadlocks;

  /**
   * Makes one.
   *
   * @param deadlocks looks for circles of waiting threads, or null
   */
  public SystemSeam(@Nullable Deadlocks deadlocks) {
    this.deadlocks = deadlocks;
  }

  @Override
  public long nanos() {
    return System.nanoTime() - ORIGIN;
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.systemDefault();
  }

  @Override
  public boolean await(ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    try {
      return awaitUnlessInterrupted(changed, ready, deadline);
    } catch (InterruptedException e) {
      // What was waited for may have come while the lock was being taken again.
      if (!ready.getAsBoolean()) {
        throw e;
      }
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean awaitUnlessInterrupted(Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    while (!ready.getAsBoolean()) {
      if (deadline == NEVER) {
        changed.await();
        continue;
      }
      long left = deadline - nanos();
      if (left <= 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        return false;
      }
      changed.awaitNanos(left);
    }
    return true;
  }

  @Override
  public void lock(ReentrantLock lock) {
    // What a lock that is not fair tries first, too; the rest is for those who have to wait.
    if (lock.isFair() || !lock.tryLock()) {
      lockLater(lock);
    }
  }

  private void lockLater(ReentrantLock lock) {
    Deadlocks finder = deadlocks;
    if (finder == null || !(lock instanceof NamedLock named)) {
      lock.lock();
    } else if (!takesAtOnce(named)) {
      finder.waitsFor(named);
      try {
        lock.lock();
      } finally {
        finder.waitsNoLonger();
      }
    }
  }

  /** Tries without overtaking anybody; an interrupt stays set. */
  private static boolean takesAtOnce(NamedLock lock) {
    if (!lock.isFair()) {
      return false; // has been tried
    }
    try {
      return lock.tryLock(0, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean lockInterruptibly(ReentrantLock lock, long deadline) throws InterruptedException {
    if (deadline != NEVER) {
      return lock.tryLock(deadline - nanos(), TimeUnit.NANOSECONDS);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (lock.isFair() || !lock.tryLock()) {
      lockInterruptiblyLater(lock);
    }
    return true;
  }

  private void lockInterruptiblyLater(ReentrantLock lock) throws InterruptedException {
    Deadlocks finder = deadlocks;
    if (finder == null || !(lock instanceof NamedLock named)) {
      lock.lockInterruptibly();
    } else if (!takesAtOnce(named)) {
      finder.waitsFor(named);
      try {
        lock.lockInterruptibly();
      } finally {
        finder.waitsNoLonger();
      }
    }
  }

  @Override
  public void waitsFor(Deadlocks.Obstacle obstacle) {
    if (deadlocks != null) {
      deadlocks.waitsFor(obstacle);
    }
  }

  @Override
  public void waitsNoLonger() {
    if (deadlocks != null) {
      deadlocks.waitsNoLonger();
    }
  }

  @Override
  public void giveWay() {} // the threads of the system do so anyway

  @Override
  public boolean linger(BooleanSupplier ready, int looks, long pause) {
    for (int look = 1; look <= looks; look++) {
      if (ready.getAsBoolean()) {
        return true;
      }
      if (ALONE || look % YIELD_EVERY == 0) {
        Thread.yield();
      } else {
        spin(pause);
      }
    }
    return false;
  }

  @Override
  public boolean isOvertaken(String permits) {
    return false;
  }

  private static void spin(long length) {
    long end = System.nanoTime() + length;
    do {
      Thread.onSpinWait();
    } while (System.nanoTime() - end < 0);
  }

  @Override
  public void stepAside() {
    Thread.yield();
  }

  @Override
  public long glance() {
    return 100_000;
  }

  @Override
  public long inStepFor() {
    return 1_000_000_000;
  }

  @Override
  public long waitsAreLateBy() {
    return 60_000;
  }

  @Override
  public long leeway(long period) {
    return period < SELDOM ? 0 : Math.min(period / PART_OF_PERIOD, LEEWAY);
  }

  @Override
  public long seed() {
    return System.nanoTime();
  }

  @Override
  public void spawn(Thread thread) {
    thread.start();
  }

  @Override
  public void begin() {}

  @Override
  public void end() {}
}
