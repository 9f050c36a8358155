package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One lock of a woven object. It re-enters, is not fair, and waits through the seam. */
public final class Monitor implements Mutex {
  private static final AtomicLong IDS = new AtomicLong();

  /** The place of this lock in the one global order. */
  final long id = IDS.getAndIncrement();

  private final Seam seam;
  private final NamedLock lock;

  private Monitor(Seam seam, String name) {
    this.seam = seam;
    this.lock = new NamedLock(name);
  }

  /** Makes a lock that belongs to no fabric. */
  public static Monitor of(String name) {
    return new Monitor(SystemSeam.INSTANCE, name);
  }

  /** Makes a lock whose waits belong to {@code fabric}, so that tests control them. */
  public static Monitor of(Fabric fabric, String name) {
    return new Monitor(FabricCore.of(fabric).seam(), name);
  }

  /** Takes the lock; an interrupt stays set. */
  public void enter() {
    seam.lock(lock);
  }

  /** Takes the lock. */
  public void enterInterruptibly() throws InterruptedException {
    seam.lockInterruptibly(lock, Seam.NEVER);
  }

  /**
   * Takes the lock within {@code limit}; an interrupt stays set.
   *
   * @param call the call that waits, for the message
   * @throws WaitTimeoutException if that was not possible
   */
  public void enter(Duration limit, String call) {
    enterUntil(Deadlines.after(seam, limit), limit, call);
  }

  /**
   * Takes the lock within {@code limit}.
   *
   * @param call the call that waits, for the message
   * @throws WaitTimeoutException if that was not possible
   */
  public void enterInterruptibly(Duration limit, String call) throws InterruptedException {
    enterInterruptiblyUntil(Deadlines.after(seam, limit), limit, call);
  }

  /** Gives the lock back. */
  public void exit() {
    lock.unlock();
  }

  void enterUntil(long deadline, Duration limit, String call) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          enterInterruptiblyUntil(deadline, limit, call);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void enterInterruptiblyUntil(long deadline, Duration limit, String call)
      throws InterruptedException {
    if (!seam.lockInterruptibly(lock, deadline)) {
      throw new WaitTimeoutException(
          call + " did not get lock \"" + lock.name + "\" within " + limit);
    }
  }

  long deadline(Duration limit) {
    return Deadlines.after(seam, limit);
  }

  @Override
  public String name() {
    return lock.name;
  }

  @Override
  public boolean isLocked() {
    return lock.isLocked();
  }

  @Override
  public boolean isHeldByCurrentThread() {
    return lock.isHeldByCurrentThread();
  }

  @Override
  public int holdCount() {
    return lock.getHoldCount();
  }

  @Override
  public void lock() {
    enter();
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    enterInterruptibly();
  }

  @Override
  public boolean tryLock() {
    return lock.tryLock();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(time);
    return seam.lockInterruptibly(lock, Deadlines.after(seam, nanos));
  }

  @Override
  public void unlock() {
    exit();
  }

  @Override
  public Condition newCondition() {
    return new MonitorCondition(seam, lock);
  }

  @Override
  public String toString() {
    return lock.toString();
  }

  /** A lock that a report can name. */
  private static final class NamedLock extends ReentrantLock {
    private static final long serialVersionUID = 1;

    private final String name;

    NamedLock(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      Thread owner = getOwner();
      return "lock \"" + name + "\"" + (owner == null ? "" : ", held by " + owner.getName());
    }
  }
}
