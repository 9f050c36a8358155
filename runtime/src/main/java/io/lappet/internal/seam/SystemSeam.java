package io.lappet.internal.seam;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The seam of production: the clock of the system, and conditions as the JDK has them. */
public final class SystemSeam implements Seam {
  /** The one instance; it has no state but its origin of time. */
  public static final SystemSeam INSTANCE = new SystemSeam();

  /** Whether nobody else can run while this thread looks. */
  private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;

  private static final int YIELD_EVERY = 8;

  private final long origin = System.nanoTime();

  private SystemSeam() {}

  @Override
  public long nanos() {
    return System.nanoTime() - origin;
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
    lock.lock();
  }

  @Override
  public boolean lockInterruptibly(ReentrantLock lock, long deadline) throws InterruptedException {
    if (deadline == NEVER) {
      lock.lockInterruptibly();
      return true;
    }
    return lock.tryLock(deadline - nanos(), TimeUnit.NANOSECONDS);
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
