package io.lappet.internal.seam;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A seam that tells the order of locks what is taken, and leaves the rest to another one. */
public final class WatchingSeam implements Seam {
  private final Seam seam;
  private final LockOrder order;

  /** Makes one that works as {@code seam} does. */
  public WatchingSeam(Seam seam, LockOrder order) {
    this.seam = seam;
    this.order = order;
  }

  @Override
  public LockOrder lockOrder() {
    return order;
  }

  @Override
  public Seam unwatched() {
    return seam;
  }

  @Override
  public void lock(ReentrantLock lock) {
    if (lock instanceof WatchedLock watched) {
      order.taking(watched, false, true);
      seam.lock(lock);
      order.taken(watched, false);
    } else {
      seam.lock(lock);
    }
  }

  @Override
  public boolean lockInterruptibly(ReentrantLock lock, long deadline) throws InterruptedException {
    if (!(lock instanceof WatchedLock watched)) {
      return seam.lockInterruptibly(lock, deadline);
    }
    order.taking(watched, false, deadline == NEVER);
    boolean taken = seam.lockInterruptibly(lock, deadline);
    if (taken) {
      order.taken(watched, false);
    }
    return taken;
  }

  @Override
  public void took(ReentrantLock lock) {
    if (lock instanceof WatchedLock watched) {
      order.taking(watched, false, false);
      order.taken(watched, false);
    }
    seam.took(lock);
  }

  @Override
  public boolean await(ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    if (held instanceof WatchedLock watched) {
      order.retaking(watched);
    }
    return seam.await(held, changed, ready, deadline);
  }

  @Override
  public void waitsFor(Deadlocks.Obstacle obstacle) {
    seam.waitsFor(obstacle);
  }

  @Override
  public void waitsNoLonger() {
    seam.waitsNoLonger();
  }

  @Override
  public long nanos() {
    return seam.nanos();
  }

  @Override
  public Instant now() {
    return seam.now();
  }

  @Override
  public ZoneId zone() {
    return seam.zone();
  }

  @Override
  public long inStepFor() {
    return seam.inStepFor();
  }

  @Override
  public long waitsAreLateBy() {
    return seam.waitsAreLateBy();
  }

  @Override
  public long leeway(long period) {
    return seam.leeway(period);
  }

  @Override
  public void giveWay() {
    seam.giveWay();
  }

  @Override
  public boolean isOvertaken(String permits) {
    return seam.isOvertaken(permits);
  }

  @Override
  public boolean linger(BooleanSupplier ready, int looks, long pause) {
    return seam.linger(ready, looks, pause);
  }

  @Override
  public void stepAside() {
    seam.stepAside();
  }

  @Override
  public long glance() {
    return seam.glance();
  }

  @Override
  public long seed() {
    return seam.seed();
  }

  @Override
  public void spawn(Thread thread) {
    seam.spawn(thread);
  }

  @Override
  public void begin() {
    seam.begin();
  }

  @Override
  public void end() {
    seam.end();
  }
}
