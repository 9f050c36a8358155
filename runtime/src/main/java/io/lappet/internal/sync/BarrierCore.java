package io.lappet.internal.sync;

import io.lappet.Barrier;
import io.lappet.BarrierBrokenException;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A barrier. */
public final class BarrierCore implements Barrier {
  /*
   * Each trip is an object: WAITING -> ACTING -> PASSED, and from WAITING and ACTING to BROKEN.
   * While the action runs, with no lock held, nobody times out or is interrupted: all have arrived.
   * Who comes meanwhile belongs to the next trip and waits until this one is over. One that gives
   * up there will be missing in the next trip, which is therefore broken from the start.
   */
  private enum Phase {
    WAITING,
    ACTING,
    PASSED,
    BROKEN
  }

  private final Seam seam;
  private final int parties;
  private final @Nullable Runnable action;
  private final @Nullable Duration timeout;
  private final NamedLock lock;
  private final Condition changed;
  private Trip trip = new Trip(); // guarded by lock

  private static final class Trip {
    Phase phase = Phase.WAITING; // guarded by lock
    int arrived; // guarded by lock

    @Nullable
    Thread actor; // guarded by lock; who runs the action

    boolean nextIsBroken; // guarded by lock
  }

  /**
   * Makes a barrier.
   *
   * @param action runs once a trip, or null
   * @param timeout of a wait that gives none, or null for no limit
   */
  public BarrierCore(
      Seam seam, int parties, @Nullable Runnable action, @Nullable Duration timeout) {
    if (parties < 1) {
      throw new IllegalArgumentException("A barrier needs at least one party, not " + parties);
    }
    this.seam = seam;
    this.parties = parties;
    this.action = action;
    this.timeout = timeout;
    this.lock = new NamedLock("barrier", parties + " parties");
    this.changed = lock.newCondition();
  }

  @Override
  public int await() throws InterruptedException {
    return await(timeout == null ? Seam.NEVER : Deadlines.after(seam, timeout));
  }

  @Override
  public int await(Duration limit) throws InterruptedException {
    return await(Deadlines.after(seam, limit));
  }

  private int await(long deadline) throws InterruptedException {
    seam.giveWay();
    Trip mine;
    int index;
    lock.lock();
    try {
      refuseActor();
      refuseIfBroken(trip);
      if (Thread.interrupted()) {
        giveUp();
        throw new InterruptedException();
      }
      waitForTheOneBefore(deadline);
      mine = trip;
      refuseIfBroken(mine);
      index = mine.arrived++;
      if (index < parties - 1) {
        waitForOthers(mine, deadline);
        return index;
      }
      if (action == null) {
        pass(mine);
        return index;
      }
      mine.phase = Phase.ACTING;
      mine.actor = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    act(mine, action);
    return index;
  }

  private void refuseActor() {
    if (trip.phase == Phase.ACTING && trip.actor == Thread.currentThread()) {
      throw new IllegalStateException("The action of a barrier cannot wait at the barrier");
    }
  }

  /** Waits until no action runs. Call only when holding the lock. */
  private void waitForTheOneBefore(long deadline) throws InterruptedException {
    boolean over = false;
    try {
      over = seam.await(lock, changed, () -> trip.phase != Phase.ACTING, deadline);
    } finally {
      if (!over) {
        giveUp();
      }
    }
    if (!over) {
      throw new WaitTimeoutException("The action of the barrier was not done in time");
    }
  }

  /** Breaks the trip that the caller would have been part of. Call only when holding the lock. */
  private void giveUp() {
    if (trip.phase == Phase.ACTING) {
      trip.nextIsBroken = true;
    } else {
      breakUp(trip);
    }
  }

  /** Waits until the trip is over. Call only when holding the lock. */
  private void waitForOthers(Trip mine, long deadline) throws InterruptedException {
    boolean inTime = false;
    try {
      inTime = seam.await(lock, changed, () -> mine.phase != Phase.WAITING, deadline);
    } finally {
      if (!inTime) {
        breakUp(mine);
      }
    }
    if (!inTime) {
      throw new WaitTimeoutException(
          "Only " + mine.arrived + " of " + parties + " parties came to the barrier in time");
    }
    if (mine.phase == Phase.ACTING) {
      seam.awaitUninterruptibly(lock, changed, () -> mine.phase != Phase.ACTING, Seam.NEVER);
    }
    refuseIfBroken(mine);
  }

  /** Runs the action and lets everybody pass. */
  private void act(Trip mine, Runnable action) {
    boolean done = false;
    try {
      action.run();
      done = true;
    } finally {
      lock.lock();
      try {
        if (done && mine.phase == Phase.ACTING) {
          pass(mine);
        } else {
          breakUp(mine);
        }
      } finally {
        lock.unlock();
      }
    }
    lock.lock();
    try {
      refuseIfBroken(mine); // reset or aborted while the action ran
    } finally {
      lock.unlock();
    }
  }

  private void pass(Trip mine) {
    assert lock.isHeldByCurrentThread();
    mine.phase = Phase.PASSED;
    trip = new Trip();
    if (mine.nextIsBroken) {
      trip.phase = Phase.BROKEN;
    }
    changed.signalAll();
  }

  private void breakUp(Trip broken) {
    assert lock.isHeldByCurrentThread();
    broken.phase = Phase.BROKEN;
    changed.signalAll();
  }

  private void refuseIfBroken(Trip mine) {
    assert lock.isHeldByCurrentThread();
    if (mine.phase == Phase.BROKEN) {
      throw new BarrierBrokenException("The barrier of " + parties + " parties is broken");
    }
  }

  @Override
  public int parties() {
    return parties;
  }

  @Override
  public int waiting() {
    lock.lock();
    try {
      return trip.phase == Phase.WAITING ? trip.arrived : 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isBroken() {
    lock.lock();
    try {
      return trip.phase == Phase.BROKEN;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void reset() {
    lock.lock();
    try {
      if (trip.arrived > 0 && trip.phase != Phase.BROKEN) {
        breakUp(trip);
      }
      trip = new Trip();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void abort() {
    lock.lock();
    try {
      breakUp(trip);
    } finally {
      lock.unlock();
    }
  }
}
