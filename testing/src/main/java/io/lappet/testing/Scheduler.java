package io.lappet.testing;

import io.lappet.internal.seam.Seam;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The seam of a {@link TestFabric}: virtual time, and one thread at a time.
 *
 * <p>What each wait means is said here; who goes on next, and when the clock moves, is the matter
 * of {@link Baton} and {@link Course}. Threads that do not take part in it are {@link Guests}.
 */
final class Scheduler implements Seam {
  private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  private final Baton baton;
  private final Guests guests;

  Scheduler(Baton baton) {
    this.baton = baton;
    this.guests = new Guests(baton);
  }

  @Override
  public long nanos() {
    return baton.nanos();
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos());
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public boolean await(ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException {
    Strand me = baton.current();
    if (me == null) {
      return guests.await(held, changed, ready, deadline);
    }
    if (ready.getAsBoolean() && baton.givesWay()) {
      waitWithout(held, me, new Wait.ForCondition(held, () -> true, NEVER));
    }
    while (!ready.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (nanos() >= deadline) {
        return false;
      }
      waitWithout(held, me, new Wait.ForCondition(held, ready, deadline));
    }
    return true;
  }

  /** Gives up all levels of {@code held} while {@code me} waits. */
  private void waitWithout(ReentrantLock held, Strand me, Wait wait) {
    int levels = held.getHoldCount();
    for (int i = 0; i < levels; i++) {
      held.unlock();
    }
    try {
      baton.pass(me, wait);
    } finally {
      for (int i = 0; i < levels; i++) {
        held.lock();
      }
      me.took(held);
    }
  }

  @Override
  public void lock(ReentrantLock lock) {
    Strand me = baton.current();
    if (me == null || lock.isHeldByCurrentThread()) {
      lock.lock();
      return;
    }
    giveWay(me);
    boolean isNext = !baton.isAwaited(lock);
    while (!(isNext && lock.tryLock())) {
      baton.pass(me, new Wait.ForLock(lock, false, NEVER));
      isNext = true;
    }
    me.took(lock);
  }

  @Override
  public boolean lockInterruptibly(ReentrantLock lock, long deadline) throws InterruptedException {
    Strand me = baton.current();
    if (me == null) {
      return guests.lock(lock, deadline);
    }
    boolean isNext = lock.isHeldByCurrentThread();
    if (!isNext) {
      giveWay(me);
      isNext = !baton.isAwaited(lock);
    }
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (isNext && lock.tryLock()) {
        me.took(lock);
        return true;
      }
      if (nanos() >= deadline) {
        return false;
      }
      baton.pass(me, new Wait.ForLock(lock, true, deadline));
      isNext = true;
    }
  }

  @Override
  public void giveWay() {
    Strand me = baton.current();
    if (me != null) {
      giveWay(me);
    }
  }

  @Override
  public boolean linger(BooleanSupplier ready, int looks, long pause) {
    return ready.getAsBoolean(); // nothing changes while this thread runs
  }

  @Override
  public void stepAside() {
    Thread.yield(); // only guests, which run beside, can be in the middle of something
  }

  @Override
  public long glance() {
    return NEVER;
  }

  private void giveWay(Strand me) {
    if (baton.givesWay()) {
      baton.pass(me, new Wait.ForTurn());
    }
  }

  @Override
  public long inStepFor() {
    return NEVER;
  }

  @Override
  public long seed() {
    return baton.seed().orElse(0);
  }

  @Override
  public void spawn(Thread thread) {
    baton.add(thread);
    boolean started = false;
    try {
      thread.start();
      started = true;
    } finally {
      if (!started) {
        baton.remove(thread);
      }
    }
  }

  @Override
  public void begin() {
    baton.enter();
  }

  @Override
  public void end() {
    baton.leave();
  }
}
