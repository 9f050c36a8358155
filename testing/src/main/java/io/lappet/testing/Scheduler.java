package io.lappet.testing;

import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The seam of a {@link TestFabric}: virtual time, and one thread at a time.
 *
 * <p>What each wait means is said here; who goes on next, and when the clock moves, is the matter
 * of {@link Baton} and {@link Course}. Threads that do not take part in it are {@link Guests}.
 */
final class Scheduler implements Seam {
  private final Baton baton;
  private final Guests guests;
  private final ZoneId zone;
  private final Predicate<String> overtakes;
  private volatile Instant origin; // the time of day at which the clock showed zero

  /**
   * Makes one.
   *
   * @param origin the time of day at which the clock shows zero
   * @param overtakes whether the next attempt to get permits of this name is to be overtaken
   */
  Scheduler(Baton baton, Instant origin, ZoneId zone, Predicate<String> overtakes) {
    this.baton = baton;
    this.guests = new Guests(baton);
    this.origin = origin;
    this.zone = zone;
    this.overtakes = overtakes;
  }

  @Override
  public long nanos() {
    return baton.nanos();
  }

  @Override
  public Instant now() {
    return origin.plusNanos(nanos());
  }

  /** Moves the time of day alone. Called by a strand that runs. */
  void jump(Duration by) {
    origin = origin.plus(by);
  }

  @Override
  public ZoneId zone() {
    return zone;
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
    giveWay(me, lock);
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
      giveWay(me, lock);
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
    if (me != null && baton.givesWay()) {
      baton.pass(me, Wait.ForTurn.ANOTHER);
    }
  }

  @Override
  public boolean isOvertaken(String permits) {
    boolean overtaken = overtakes.test(permits);
    Strand me = baton.current();
    if (me != null && (baton.givesWay() || overtaken)) {
      baton.pass(me, Wait.ForTurn.ANOTHER);
    }
    return overtaken;
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

  private void giveWay(Strand me, ReentrantLock before) {
    if (baton.givesWay()) {
      baton.pass(me, Wait.ForTurn.before(before));
    }
  }

  @Override
  public long inStepFor() {
    return NEVER;
  }

  @Override
  public long waitsAreLateBy() {
    return 0;
  }

  @Override
  public long seed() {
    return baton.seed().orElse(0);
  }

  /**
   * A thread that would only wait for its first turn is started when that has come. One of a class
   * of the user is started at once: if it cannot be, who spawns it has to know.
   */
  @Override
  public void spawn(Thread thread) {
    if (thread.getClass().getModule() == Thread.class.getModule()) {
      if (thread.getState() != Thread.State.NEW) {
        throw new IllegalThreadStateException(thread + " has been started before");
      }
      baton.add(thread, false);
      return;
    }
    baton.add(thread, true);
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
