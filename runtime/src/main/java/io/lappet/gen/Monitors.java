package io.lappet.gen;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.LockOrder;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Several locks that are taken together, in the one global order, so that two calls that need the
 * same locks cannot wait for each other.
 */
public final class Monitors {
  private final Enterable[] ordered;
  private final @Nullable LockOrder order; // null if nobody learns it, or there is nothing to learn

  private Monitors(Enterable[] ordered) {
    this.ordered = ordered;
    this.order = ordered.length < 2 ? null : ordered[0].seam().lockOrder();
  }

  /**
   * Puts {@code locks} into the global order.
   *
   * @param locks may have the same lock more than once, which re-enters, and null for an object that
   *     has no locks
   */
  public static Monitors of(@Nullable Enterable... locks) {
    int count = 0;
    for (Enterable lock : locks) {
      if (lock != null) {
        count++;
      }
    }
    Enterable[] ordered = new Enterable[count];
    int placed = 0;
    for (Enterable lock : locks) {
      if (lock != null) {
        int place = placed++;
        while (place > 0 && ordered[place - 1].rank() > lock.rank()) {
          ordered[place] = ordered[place - 1];
          place--;
        }
        ordered[place] = lock;
      }
    }
    return new Monitors(ordered);
  }

  /** Takes all; an interrupt stays set. */
  public void enter() {
    int taken = 0;
    begin();
    try {
      for (Enterable lock : ordered) {
        lock.enter();
        taken++;
      }
    } finally {
      end();
      giveBackUnlessAll(taken);
    }
  }

  /** Takes all, or none. */
  public void enterInterruptibly() throws InterruptedException {
    int taken = 0;
    begin();
    try {
      for (Enterable lock : ordered) {
        lock.enterInterruptibly();
        taken++;
      }
    } finally {
      end();
      giveBackUnlessAll(taken);
    }
  }

  /**
   * Takes all, or none, within {@code limit} for all together; an interrupt stays set.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enter(Duration limit, String call) {
    Seam clock = clock();
    long deadline = Deadlines.after(clock, limit);
    int taken = 0;
    begin();
    try {
      for (Enterable lock : ordered) {
        lock.enterUntil(deadline(lock, clock, deadline), limit, call);
        taken++;
      }
    } finally {
      end();
      giveBackUnlessAll(taken);
    }
  }

  /**
   * Takes all, or none, within {@code limit} for all together.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enterInterruptibly(Duration limit, String call) throws InterruptedException {
    Seam clock = clock();
    long deadline = Deadlines.after(clock, limit);
    int taken = 0;
    begin();
    try {
      for (Enterable lock : ordered) {
        lock.enterInterruptiblyUntil(deadline(lock, clock, deadline), limit, call);
        taken++;
      }
    } finally {
      end();
      giveBackUnlessAll(taken);
    }
  }

  /** Gives all back, the last first. */
  public void exit() {
    giveBack(ordered.length);
  }

  private void begin() {
    if (order != null) {
      order.beginTogether();
    }
  }

  private void end() {
    if (order != null) {
      order.endTogether();
    }
  }

  private Seam clock() {
    return ordered.length == 0 ? SystemSeam.INSTANCE : ordered[0].seam();
  }

  /** {@code deadline} in terms of the lock, which may belong to another fabric. */
  private static long deadline(Enterable lock, Seam clock, long deadline) {
    Seam seam = lock.seam();
    return seam == clock || deadline == Seam.NEVER
        ? deadline
        : Deadlines.after(seam, deadline - clock.nanos());
  }

  private void giveBackUnlessAll(int taken) {
    if (taken < ordered.length) {
      giveBack(taken);
    }
  }

  private void giveBack(int taken) {
    for (int i = taken - 1; i >= 0; i--) {
      ordered[i].exit();
    }
  }
}
