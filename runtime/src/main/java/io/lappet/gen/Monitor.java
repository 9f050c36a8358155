package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.WaitInterruptedException;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.LockOrder;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import io.lappet.internal.seam.WatchedLock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One lock of a woven object. It re-enters, and waits through the seam. */
public sealed class Monitor implements Mutex, Enterable permits WriteMonitor {
  private static final AtomicLong IDS = new AtomicLong();

  /** The guard of those who only wait until it is their turn. */
  private static final BooleanSupplier ALWAYS = () -> true;

  private final long id = IDS.getAndIncrement();
  private final Seam seam;
  private final NamedLock lock;
  private @Nullable GuardQueue waiters; // guarded by lock; made by the first that waits

  Monitor(Seam seam, String name, boolean fair) {
    LockOrder order = seam.lockOrder();
    this.seam = seam;
    this.lock = order == null
        ? new NamedLock("lock", name, fair)
        : new WatchedLock(name, fair, order.node(name));
  }

  /** Makes a lock that belongs to no fabric. */
  public static Monitor of(String name) {
    return new Monitor(SystemSeam.INSTANCE, name, false);
  }

  /** Makes a lock whose waits belong to {@code fabric}, so that tests control them. */
  public static Monitor of(Fabric fabric, String name) {
    return new Monitor(FabricCore.of(fabric).seam(), name, false);
  }

  /** As {@link #of(String)}, serving in order of arrival. */
  public static Monitor fair(String name) {
    return new Monitor(SystemSeam.INSTANCE, name, true);
  }

  /** As {@link #of(Fabric, String)}, serving in order of arrival. */
  public static Monitor fair(Fabric fabric, String name) {
    return new Monitor(FabricCore.of(fabric).seam(), name, true);
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

  /** Makes a guard of this lock; those who wait for it stand in one line. */
  public Guard guard(BooleanSupplier condition) {
    return new Guard(condition);
  }

  /** What a method takes that only reads: this, unless it is the writing side of a read-write lock. */
  public Enterable reading() {
    return this;
  }

  @Override
  public long rank() {
    return 2 * id;
  }

  @Override
  public Seam seam() {
    return seam;
  }

  // ---- the lock itself, without those who wait for guards

  /** Takes the lock. */
  void take() {
    seam.lock(lock);
  }

  /** Takes the lock; says whether it was got before {@code deadline}. */
  boolean takeInterruptibly(long deadline) throws InterruptedException {
    return seam.lockInterruptibly(lock, deadline);
  }

  /** Takes the lock if it is free. */
  boolean takeAtOnce() {
    return lock.tryLock();
  }

  /** Gives one level back. */
  void giveBack() {
    lock.unlock();
  }

  /** Called before a wait for a condition gives up all levels. */
  void beforeWait() {
    GuardQueue queue = waiters;
    if (queue != null) {
      Waiter next = queue.admitNext();
      if (next != null) {
        queue.wake(next);
      }
    }
  }

  /** Called after a wait for a condition has restored all levels. */
  void afterWait() {}

  final ReentrantLock lockItself() {
    return lock;
  }

  // ---- entering

  /** Takes the lock; an interrupt stays set. */
  @Override
  public void enter() {
    take();
    if (isOvertaking()) {
      awaitTurn();
    }
  }

  /** Takes the lock. */
  @Override
  public void enterInterruptibly() throws InterruptedException {
    enterInterruptiblyBefore(Seam.NEVER);
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
  @Override
  public void exit() {
    GuardQueue queue = waiters;
    if (queue != null && queue.mayAdmit() && lock.getHoldCount() == 1) {
      Waiter next = queue.admitNext();
      giveBack();
      if (next != null) {
        queue.wake(next); // only now, for it comes for the lock at once
      }
    } else {
      giveBack();
    }
  }

  @Override
  public void enterInterruptiblyUntil(long deadline, @Nullable Duration limit, String call)
      throws InterruptedException {
    if (!enterInterruptiblyBefore(deadline)) {
      throw new WaitTimeoutException(
          call + " did not get lock \"" + lock.name() + "\" within " + limit);
    }
  }

  /** Takes the lock; says whether it was got before {@code deadline}. */
  private boolean enterInterruptiblyBefore(long deadline) throws InterruptedException {
    if (!takeInterruptibly(deadline)) {
      return false;
    }
    return !isOvertaking() || waiters().await(guard(ALWAYS), deadline);
  }

  /**
   * Whether the calling thread has got a fair lock although somebody who came before it has been
   * admitted and is on its way.
   */
  private boolean isOvertaking() {
    GuardQueue queue = waiters;
    return queue != null && lock.isFair() && lock.getHoldCount() == 1 && queue.isAwaitingOne();
  }

  /** Gives the lock up until those who came before have had it. */
  private void awaitTurn() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          waiters().await(guard(ALWAYS), Seam.NEVER);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
          take();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private GuardQueue waiters() {
    assert lock.isHeldByCurrentThread();
    GuardQueue queue = waiters;
    if (queue == null) {
      queue = new GuardQueue(seam, this);
      waiters = queue;
    }
    return queue;
  }

  // ---- entering when a guard is true

  /**
   * Takes the lock when {@code guard} is true.
   *
   * @param guard is called with the lock held; how often is not specified
   * @param call the call that waits, for messages
   * @throws IllegalStateException if the guard is false and the calling thread holds the lock: to
   *     wait would give it up in the middle of the outer method
   * @throws WaitInterruptedException if the thread was interrupted and must wait for the guard; the
   *     interrupt is set again
   */
  public void enterWhen(Guard guard, String call) {
    enter();
    if (!isTrue(guard)) {
      awaitGuard(guard, Seam.NEVER, null, call);
    }
  }

  /**
   * As {@link #enterWhen(Guard, String)}, within {@code limit}.
   *
   * @throws WaitTimeoutException if that was not possible
   */
  public void enterWhen(Guard guard, Duration limit, String call) {
    enterWhen(guard, null, limit, call);
  }

  /**
   * As {@link #enterWhen(Guard, String)}, with limits that both begin now.
   *
   * @param lockLimit within which the lock is taken; null if there is none but {@code limit}
   * @param limit within which the guard is true; null if there is none
   * @throws WaitTimeoutException if that was not possible
   */
  public void enterWhen(
      Guard guard, @Nullable Duration lockLimit, @Nullable Duration limit, String call) {
    long deadline = deadline(limit);
    long lockDeadline = Math.min(deadline, deadline(lockLimit));
    enterUntil(lockDeadline, lockDeadline < deadline ? lockLimit : limit, call);
    if (!isTrue(guard)) {
      awaitGuard(guard, deadline, limit, call);
    }
  }

  /** As {@link #enterWhen(Guard, String)}, for a method that may be interrupted. */
  public void enterWhenInterruptibly(Guard guard, String call) throws InterruptedException {
    enterInterruptibly();
    if (!isTrue(guard)) {
      awaitGuardInterruptibly(guard, Seam.NEVER, null, call);
    }
  }

  /** As {@link #enterWhen(Guard, Duration, String)}, for a method that may be interrupted. */
  public void enterWhenInterruptibly(Guard guard, Duration limit, String call)
      throws InterruptedException {
    enterWhenInterruptibly(guard, null, limit, call);
  }

  /**
   * As {@link #enterWhen(Guard, Duration, Duration, String)}, for a method that may be interrupted.
   */
  public void enterWhenInterruptibly(
      Guard guard, @Nullable Duration lockLimit, @Nullable Duration limit, String call)
      throws InterruptedException {
    long deadline = deadline(limit);
    long lockDeadline = Math.min(deadline, deadline(lockLimit));
    enterInterruptiblyUntil(lockDeadline, lockDeadline < deadline ? lockLimit : limit, call);
    if (!isTrue(guard)) {
      awaitGuardInterruptibly(guard, deadline, limit, call);
    }
  }

  /** As {@link #enterWhen(Guard, String)}, for a guard that reads the arguments of the call. */
  public void enterWhen(BooleanSupplier guard, String call) {
    enterWhen(guard(guard), call);
  }

  /** As {@link #enterWhen(Guard, Duration, String)}, for a guard that reads the arguments. */
  public void enterWhen(BooleanSupplier guard, Duration limit, String call) {
    enterWhen(guard(guard), null, limit, call);
  }

  /** As {@link #enterWhen(Guard, Duration, Duration, String)}, for a guard that reads arguments. */
  public void enterWhen(
      BooleanSupplier guard, @Nullable Duration lockLimit, @Nullable Duration limit, String call) {
    enterWhen(guard(guard), lockLimit, limit, call);
  }

  /** As {@link #enterWhenInterruptibly(Guard, String)}, for a guard that reads the arguments. */
  public void enterWhenInterruptibly(BooleanSupplier guard, String call)
      throws InterruptedException {
    enterWhenInterruptibly(guard(guard), null, null, call);
  }

  /**
   * As {@link #enterWhenInterruptibly(Guard, Duration, String)}, for a guard that reads the
   * arguments.
   */
  public void enterWhenInterruptibly(BooleanSupplier guard, Duration limit, String call)
      throws InterruptedException {
    enterWhenInterruptibly(guard(guard), null, limit, call);
  }

  /**
   * As {@link #enterWhenInterruptibly(Guard, Duration, Duration, String)}, for a guard that reads
   * the arguments.
   */
  public void enterWhenInterruptibly(
      BooleanSupplier guard, @Nullable Duration lockLimit, @Nullable Duration limit, String call)
      throws InterruptedException {
    enterWhenInterruptibly(guard(guard), lockLimit, limit, call);
  }

  /** Looks at a guard inside; gives the lock back if it throws. */
  final boolean isTrue(Guard guard) {
    boolean returned = false;
    try {
      boolean isTrue = guard.condition.getAsBoolean();
      returned = true;
      return isTrue;
    } finally {
      if (!returned) {
        exit();
      }
    }
  }

  private void awaitGuard(Guard guard, long deadline, @Nullable Duration limit, String call) {
    try {
      awaitGuardInterruptibly(guard, deadline, limit, call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException(call + " was interrupted while it waited", e);
    }
  }

  private void awaitGuardInterruptibly(
      Guard guard, long deadline, @Nullable Duration limit, String call)
      throws InterruptedException {
    if (lock.getHoldCount() > 1) {
      exit();
      throw new IllegalStateException(
          call + " would have to wait, but its thread already holds lock \"" + name() + "\"");
    }
    if (!waiters().await(guard, deadline)) {
      throw new WaitTimeoutException(
          call + " was not let in within " + limit + ": its guard stayed false");
    }
  }

  private long deadline(@Nullable Duration limit) {
    return limit == null ? Seam.NEVER : Deadlines.after(seam, limit);
  }

  // ---- the handle

  @Override
  public String name() {
    return lock.name();
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
    boolean taken = takeAtOnce();
    if (taken) {
      seam.took(lock);
    }
    return taken;
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return enterInterruptiblyBefore(Deadlines.after(seam, unit.toNanos(time)));
  }

  @Override
  public void unlock() {
    exit();
  }

  @Override
  public Condition newCondition() {
    return new MonitorCondition(this);
  }

  @Override
  public String toString() {
    return lock.toString();
  }
}
