package io.lappet.internal.sync;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Permits. The count is taken without a lock; who must wait does so through the seam. */
public final class PermitsCore implements Permits {
  /*
   * A waiter first enters the queue, then tries; who gives back first gives back, then looks at the
   * queue. So one of the two sees the other. Only the head of a fair queue may take; of an unfair
   * one everybody may. Who leaves the queue, whatever the reason, lets the others look again.
   */
  private final Seam seam;
  private final String name;
  private final int total;
  private final boolean fair;
  private final AtomicInteger free;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Object> queue = new ArrayDeque<>(); // guarded by lock
  private volatile int waiting; // written with lock; the length of the queue

  /** Makes {@code total} free permits. */
  public PermitsCore(Seam seam, String name, int total, boolean fair) {
    if (total < 1) {
      throw new IllegalArgumentException(name + " needs at least one permit, not " + total);
    }
    this.seam = seam;
    this.name = name;
    this.total = total;
    this.fair = fair;
    this.free = new AtomicInteger(total);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int available() {
    return free.get();
  }

  @Override
  public int inUse() {
    return total - free.get();
  }

  @Override
  public Lease acquire() throws InterruptedException {
    return acquire(1);
  }

  @Override
  public Lease acquire(int permits) throws InterruptedException {
    requireSensible(permits);
    throwIfInterrupted();
    take(permits, Seam.NEVER);
    return new Taken(permits);
  }

  @Override
  public Optional<Lease> tryAcquire() {
    return takesAtOnce(1) ? Optional.of(new Taken(1)) : Optional.empty();
  }

  @Override
  public Optional<Lease> tryAcquire(Duration limit) throws InterruptedException {
    return tryAcquire(1, limit);
  }

  @Override
  public Optional<Lease> tryAcquire(int permits, Duration limit) throws InterruptedException {
    requireSensible(permits);
    throwIfInterrupted();
    return take(permits, Deadlines.after(seam, limit))
        ? Optional.of(new Taken(permits))
        : Optional.empty();
  }

  private boolean takesAtOnce(int permits) {
    return (!fair || waiting == 0) && takes(permits);
  }

  private boolean takes(int permits) {
    while (true) {
      int now = free.get();
      if (now < permits) {
        return false;
      }
      if (free.compareAndSet(now, now - permits)) {
        return true;
      }
    }
  }

  /** Takes permits until {@code deadline}, even if interrupted as long as it need not wait. */
  public boolean take(int permits, long deadline) throws InterruptedException {
    return takesAtOnce(permits) || takeLater(permits, deadline);
  }

  private boolean takeLater(int permits, long deadline) throws InterruptedException {
    Object ticket = new Object();
    lock.lock();
    try {
      queue.addLast(ticket);
      waiting = queue.size();
      while (true) {
        if (isMyTurn(ticket) && takes(permits)) {
          return true;
        }
        if (!seam.await(lock, changed, () -> isMyTurn(ticket) && free.get() >= permits, deadline)) {
          return false;
        }
      }
    } finally {
      queue.remove(ticket);
      waiting = queue.size();
      changed.signalAll();
      lock.unlock();
    }
  }

  private boolean isMyTurn(Object ticket) {
    return !fair || queue.peekFirst() == ticket;
  }

  /** Gives back what {@link #take} took. */
  public void giveBack(int permits) {
    free.addAndGet(permits);
    if (waiting > 0) {
      lock.lock();
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void requireSensible(int permits) {
    if (permits < 1 || permits > total) {
      throw new IllegalArgumentException(
          name + " has " + total + " permits, so nobody can wait for " + permits);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public String toString() {
    return "permits \"" + name + "\" (" + available() + " of " + total + " free)";
  }

  private final class Taken implements Lease {
    private final int permits;
    private final AtomicBoolean givenBack = new AtomicBoolean();

    Taken(int permits) {
      this.permits = permits;
    }

    @Override
    public int permits() {
      return permits;
    }

    @Override
    public void release() {
      if (!givenBack.compareAndSet(false, true)) {
        throw new IllegalStateException("This lease of " + name + " was given back already");
      }
      giveBack(permits);
    }

    @Override
    public void close() {
      if (givenBack.compareAndSet(false, true)) {
        giveBack(permits);
      }
    }
  }
}
