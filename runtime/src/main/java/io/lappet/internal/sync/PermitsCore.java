package io.lappet.internal.sync;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** Permits. The count is taken without a lock; who must wait does so through the seam. */
public final class PermitsCore implements Permits {
  /*
   * A waiter is in the queue from its first wait until it has its permits or gives up, and it
   * sleeps there until it is called. No call is lost: who lies down says so first and then tries
   * once more; who gives back first gives back, and then looks for sleepers. So one of the two
   * sees the other.
   *
   * To be called is no promise: somebody may be faster, and then the waiter lies down again. As
   * many are called as the free permits are enough for, those who were called and are not up yet
   * included. Whoever lies down again or leaves the queue looks whom to call, since what was kept
   * for it may be enough for others.
   *
   * Of a fair queue only the head is called, and nobody takes permits past it.
   */
  private final Seam seam;
  private final String name;
  private final int total;
  private final boolean fair;
  private final AtomicInteger free;
  private final NamedLock lock;
  private final ArrayDeque<Waiter> queue = new ArrayDeque<>(); // guarded by lock
  private volatile int waiting; // written with lock; the length of the queue
  private volatile int asleep; // written with lock; how many in the queue are not called

  private static final class Waiter {
    final int permits;
    final Condition called;
    boolean asleep; // guarded by lock

    Waiter(int permits, Condition called) {
      this.permits = permits;
      this.called = called;
    }
  }

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
    this.lock = new NamedLock("permits", name);
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
    take(permits, null);
    return new Taken(permits);
  }

  @Override
  public Optional<Lease> tryAcquire() {
    boolean isFirst = !seam.isOvertaken(name);
    return isFirst && takesAtOnce(1) ? Optional.of(new Taken(1)) : Optional.empty();
  }

  @Override
  public Optional<Lease> tryAcquire(Duration limit) throws InterruptedException {
    return tryAcquire(1, limit);
  }

  @Override
  public Optional<Lease> tryAcquire(int permits, Duration limit) throws InterruptedException {
    requireSensible(permits);
    Objects.requireNonNull(limit, "limit");
    throwIfInterrupted();
    return take(permits, limit) ? Optional.of(new Taken(permits)) : Optional.empty();
  }

  /**
   * Takes a permit, to be given back with {@link #giveBack}. One that is interrupted gets it as
   * well, as long as it need not wait.
   *
   * @param limit how long to wait at most, or null for no limit
   * @return whether it was got
   * @throws InterruptedException if the thread was interrupted and must wait; the interrupt is
   *     cleared
   */
  public boolean takeOne(@Nullable Duration limit) throws InterruptedException {
    return take(1, limit);
  }

  private boolean take(int permits, @Nullable Duration limit) throws InterruptedException {
    if (!seam.isOvertaken(name) && takesAtOnce(permits)) {
      return true;
    }
    if (limit == null) {
      return takeLater(permits, Seam.NEVER);
    }
    if (limit.isZero()
        || limit.isNegative()) { // a try stays out of the queue, where it would count
      throwIfInterrupted();
      return false;
    }
    return takeLater(permits, Deadlines.after(seam, limit));
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

  private boolean takeLater(int permits, long deadline) throws InterruptedException {
    lock.lock();
    try {
      Waiter me = new Waiter(permits, lock.newCondition());
      queue.addLast(me);
      waiting = queue.size();
      try {
        return takeInQueue(me, deadline);
      } finally {
        leave(me);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean takeInQueue(Waiter me, long deadline) throws InterruptedException {
    while (true) {
      setAsleep(me, true);
      if (mayTake(me) && takes(me.permits)) {
        return true;
      }
      callThoseWhoCanGo();
      if (!seam.await(lock, me.called, () -> !me.asleep, deadline)) {
        return false;
      }
    }
  }

  private boolean mayTake(Waiter waiter) {
    return !fair || queue.peekFirst() == waiter;
  }

  private void leave(Waiter waiter) {
    setAsleep(waiter, false);
    queue.remove(waiter);
    waiting = queue.size();
    callThoseWhoCanGo();
  }

  /** Calls as many as the free permits are enough for. */
  private void callThoseWhoCanGo() {
    assert lock.isHeldByCurrentThread();
    int left = free.get();
    for (Waiter waiter : queue) {
      if (waiter.permits <= left) {
        left -= waiter.permits;
        if (waiter.asleep) {
          setAsleep(waiter, false);
          waiter.called.signal();
        }
      } else if (fair) {
        return;
      }
      if (fair || left == 0) {
        return;
      }
    }
  }

  private void setAsleep(Waiter waiter, boolean sleeps) {
    assert lock.isHeldByCurrentThread();
    if (waiter.asleep != sleeps) {
      waiter.asleep = sleeps;
      asleep += sleeps ? 1 : -1;
    }
  }

  /**
   * Gives back what was taken.
   *
   * @throws IllegalStateException if there would be more than there were at first; nothing changes
   */
  public void giveBack(int permits) {
    int now;
    do {
      now = free.get();
      if (now > total - permits) {
        throw new IllegalStateException(
            "Nobody holds " + permits + " of the " + total + " permits of " + name);
      }
    } while (!free.compareAndSet(now, now + permits));
    if (asleep > 0) {
      lock.lock();
      try {
        callThoseWhoCanGo();
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
