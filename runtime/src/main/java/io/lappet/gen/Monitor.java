package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.WaitInterruptedException;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One lock of a woven object. It re-enters, is not fair, and waits through the seam. */
public final class Monitor implements Mutex {
  private static final AtomicLong IDS = new AtomicLong();

  /** The place of this lock in the one global order. */
  final long id = IDS.getAndIncrement();

  private final Seam seam;
  private final NamedLock lock;
  private @Nullable GuardQueue waiters; // guarded by lock; made by the first that waits

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

  /** As {@link #of(String)}, serving in order of arrival. */
  public static Monitor fair(String name) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #of(Fabric, String)}, serving in order of arrival. */
  public static Monitor fair(Fabric fabric, String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * The lock behind a handle that the library has given out.
   *
   * @throws IllegalArgumentException if it is another one
   */
  public static Monitor behind(Lock handle) {
    if (handle instanceof Monitor monitor) {
      return monitor;
    }
    throw new IllegalArgumentException(handle + " is no lock of a woven object");
  }

  /** Makes a guard; those who wait for it wait together. */
  public Guard guard(BooleanSupplier condition) {
    return new Guard(condition);
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

  /** Gives the lock back; the outermost exit lets one in whose guard is true. */
  public void exit() {
    GuardQueue queue = waiters;
    if (queue != null && lock.getHoldCount() == 1) {
      queue.admitNext();
    }
    lock.unlock();
  }

  /**
   * Takes the lock when {@code guard} is true.
   *
   * @param guard is called with the lock held; how often is not specified
   * @param call the call that waits, for messages
   * @throws IllegalStateException if the guard is false and the calling thread holds the lock: to
   *     wait would give it up in the middle of the outer method
   * @throws WaitInterruptedException if the thread was interrupted and must wait; the interrupt is
   *     set again
   */
  public void enterWhen(BooleanSupplier guard, String call) {
    enterWhen(guard, Seam.NEVER, null, call);
  }

  /**
   * As {@link #enterWhen(BooleanSupplier, String)}, within {@code limit}.
   *
   * @throws WaitTimeoutException if that was not possible
   */
  public void enterWhen(BooleanSupplier guard, Duration limit, String call) {
    enterWhen(guard, Deadlines.after(seam, limit), limit, call);
  }

  /** As {@link #enterWhen(BooleanSupplier, String)}, for a method that may be interrupted. */
  public void enterWhenInterruptibly(BooleanSupplier guard, String call)
      throws InterruptedException {
    enterWhenInterruptibly(guard, Seam.NEVER, null, call);
  }

  /**
   * As {@link #enterWhen(BooleanSupplier, Duration, String)}, for a method that may be interrupted.
   */
  public void enterWhenInterruptibly(BooleanSupplier guard, Duration limit, String call)
      throws InterruptedException {
    enterWhenInterruptibly(guard, Deadlines.after(seam, limit), limit, call);
  }

  /** As {@link #enterWhen(BooleanSupplier, String)}, for a guard without parameters. */
  public void enterWhen(Guard guard, String call) {
    enterWhen(guard.condition, call);
  }

  /** As {@link #enterWhen(BooleanSupplier, Duration, String)}, for a guard without parameters. */
  public void enterWhen(Guard guard, Duration limit, String call) {
    enterWhen(guard.condition, limit, call);
  }

  /** As {@link #enterWhenInterruptibly(BooleanSupplier, String)}, for a guard without parameters. */
  public void enterWhenInterruptibly(Guard guard, String call) throws InterruptedException {
    enterWhenInterruptibly(guard.condition, call);
  }

  /**
   * As {@link #enterWhenInterruptibly(BooleanSupplier, Duration, String)}, for a guard without
   * parameters.
   */
  public void enterWhenInterruptibly(Guard guard, Duration limit, String call)
      throws InterruptedException {
    enterWhenInterruptibly(guard.condition, limit, call);
  }

  private void enterWhen(
      BooleanSupplier guard, long deadline, @Nullable Duration limit, String call) {
    if (limit == null) {
      enter();
    } else {
      enterUntil(deadline, limit, call);
    }
    try {
      awaitInside(guard, deadline, limit, call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException(call + " was interrupted while it waited", e);
    }
  }

  private void enterWhenInterruptibly(
      BooleanSupplier guard, long deadline, @Nullable Duration limit, String call)
      throws InterruptedException {
    if (!seam.lockInterruptibly(lock, deadline)) {
      throw timedOut(limit, call);
    }
    awaitInside(guard, deadline, limit, call);
  }

  /** Waits for the guard; gives the lock back if it does not become true. */
  private void awaitInside(
      BooleanSupplier guard, long deadline, @Nullable Duration limit, String call)
      throws InterruptedException {
    boolean inside = false;
    try {
      if (!guard.getAsBoolean()) {
        if (lock.getHoldCount() > 1) {
          throw new IllegalStateException(
              call + " would have to wait, but its thread already holds lock \"" + name() + "\"");
        }
        if (!waiters().await(guard, deadline)) {
          throw new WaitTimeoutException(
              call + " was not let in within " + limit + ": its guard stayed false");
        }
      }
      inside = true;
    } finally {
      if (!inside) {
        exit();
      }
    }
  }

  /** Lets one in whose guard is true, because the lock is about to be given up for a wait. */
  void beforeWait() {
    waiters().admitNext();
  }

  private GuardQueue waiters() {
    assert lock.isHeldByCurrentThread();
    GuardQueue queue = waiters;
    if (queue == null) {
      queue = new GuardQueue(seam, lock);
      waiters = queue;
    }
    return queue;
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
      throw timedOut(limit, call);
    }
  }

  private WaitTimeoutException timedOut(@Nullable Duration limit, String call) {
    return new WaitTimeoutException(
        call + " did not get lock \"" + lock.name + "\" within " + limit);
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
    seam.giveWay();
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
    return new MonitorCondition(seam, lock, this);
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
