package io.lappet.gen;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A condition of a {@link Monitor}. A signal wakes the one that has waited longest, is not
 * remembered, and there are no spurious wake-ups.
 */
final class MonitorCondition implements Condition {
  private final Seam seam;
  private final ReentrantLock lock;
  private final Monitor monitor;
  private final ArrayDeque<Waiter> waiters = new ArrayDeque<>(); // guarded by lock

  MonitorCondition(Monitor monitor) {
    this.seam = monitor.seam();
    this.lock = monitor.lockItself();
    this.monitor = monitor;
  }

  private static final class Waiter {
    private final Condition changed;
    private boolean signalled; // guarded by lock

    Waiter(Condition changed) {
      this.changed = changed;
    }
  }

  /** Waits for a signal; says whether it came before {@code deadline}. */
  private boolean await(long deadline) throws InterruptedException {
    requireHeld();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    monitor.beforeWait();
    Waiter waiter = new Waiter(lock.newCondition());
    waiters.addLast(waiter);
    try {
      return seam.await(lock, waiter.changed, () -> waiter.signalled, deadline);
    } finally {
      leave(waiter);
    }
  }

  /** Its wait is over; without a signal it no longer stands in the way of one. */
  private void leave(Waiter waiter) {
    monitor.afterWait();
    if (!waiter.signalled) {
      waiters.remove(waiter);
    }
  }

  @Override
  public void await() throws InterruptedException {
    await(Seam.NEVER);
  }

  @Override
  public void awaitUninterruptibly() {
    requireHeld();
    monitor.beforeWait();
    Waiter waiter = new Waiter(lock.newCondition());
    waiters.addLast(waiter);
    try {
      seam.awaitUninterruptibly(lock, waiter.changed, () -> waiter.signalled, Seam.NEVER);
    } finally {
      leave(waiter);
    }
  }

  @Override
  public long awaitNanos(long nanosTimeout) throws InterruptedException {
    long deadline = Deadlines.after(seam, nanosTimeout);
    await(deadline);
    return deadline - seam.nanos();
  }

  @Override
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return await(Deadlines.after(seam, unit.toNanos(time)));
  }

  @Override
  public boolean awaitUntil(Date deadline) throws InterruptedException {
    Duration left = Duration.between(seam.now(), deadline.toInstant());
    return await(Deadlines.after(seam, left));
  }

  @Override
  public void signal() {
    requireHeld();
    Waiter first = waiters.pollFirst();
    if (first != null) {
      first.signalled = true;
      first.changed.signal();
    }
  }

  @Override
  public void signalAll() {
    requireHeld();
    while (!waiters.isEmpty()) {
      signal();
    }
  }

  private void requireHeld() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("The calling thread does not hold " + lock);
    }
  }
}
