package io.lappet;

import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A seam whose clock a test moves; threads run as they like. */
class ManualSeam implements Seam {
  private final List<Waiter> waiters = new CopyOnWriteArrayList<>();
  private volatile long now;
  private volatile Duration ahead = Duration.ZERO; // the clock on the wall of the monotonic one
  private volatile long inStepFor = NEVER;
  private volatile long leeway;

  private record Waiter(
      Thread thread, ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline) {
    boolean isBefore(long time) {
      held.lock();
      try {
        return deadline <= time || ready.getAsBoolean();
      } finally {
        held.unlock();
      }
    }

    void lookAgain() {
      held.lock();
      try {
        changed.signalAll();
      } finally {
        held.unlock();
      }
    }
  }

  /** Moves the clock. */
  void pass(Duration length) {
    now += length.toNanos();
    waiters.forEach(Waiter::lookAgain);
  }

  /** Moves the clock, and waits until the timers have fired what is due, if there are any. */
  void passAndFire(Duration length) {
    pass(length);
    Eventually.until(() -> waiters.stream()
        .anyMatch(waiter -> waiter.thread.getName().endsWith("-timers") && !waiter.isBefore(now)));
  }

  /** Puts the clock on the wall forward, or back; who waits for it finds out within a second. */
  void setWallClock(Duration forward) {
    inStepFor = 1_000_000_000;
    ahead = ahead.plus(forward);
  }

  /** Lets periodic runs, of whatever period, be so late. */
  void allow(Duration late) {
    leeway = late.toNanos();
  }

  long seconds() {
    return Duration.ofNanos(now).toSeconds();
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusNanos(now).plus(ahead);
  }

  @Override
  public long leeway(long period) {
    return leeway;
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public boolean await(ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    Waiter waiter = new Waiter(Thread.currentThread(), held, changed, ready, deadline);
    waiters.add(waiter);
    try {
      return SystemSeam.INSTANCE.await(
              held, changed, () -> ready.getAsBoolean() || now >= deadline, NEVER)
          && ready.getAsBoolean();
    } finally {
      waiters.remove(waiter);
    }
  }

  @Override
  public void lock(ReentrantLock lock) {
    lock.lock();
  }

  @Override
  public boolean lockInterruptibly(ReentrantLock lock, long deadline) throws InterruptedException {
    return SystemSeam.INSTANCE.lockInterruptibly(lock, deadline);
  }

  @Override
  public void giveWay() {}

  @Override
  public boolean linger(BooleanSupplier ready, int looks, long pause) {
    return ready.getAsBoolean();
  }

  @Override
  public boolean isOvertaken(String permits) {
    return false;
  }

  @Override
  public void stepAside() {
    Thread.yield();
  }

  @Override
  public long glance() {
    return NEVER;
  }

  @Override
  public long inStepFor() {
    return inStepFor;
  }

  @Override
  public long waitsAreLateBy() {
    return 0;
  }

  @Override
  public long seed() {
    return 0;
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
