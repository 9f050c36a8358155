package io.lappet.gen;

import java.time.Duration;
import java.util.Comparator;

/**
 * Several locks that are taken together, in the one global order, so that two calls that need the
 * same locks cannot wait for each other.
 */
public final class Monitors {
  private final Monitor[] ordered;

  private Monitors(Monitor[] ordered) {
    this.ordered = ordered;
  }

  /** Puts {@code monitors} into the global order. */
  public static Monitors of(Monitor... monitors) {
    Monitor[] ordered = monitors.clone();
    java.util.Arrays.sort(ordered, Comparator.comparingLong(monitor -> monitor.id));
    return new Monitors(ordered);
  }

  /** Takes all; an interrupt stays set. */
  public void enter() {
    for (Monitor monitor : ordered) {
      monitor.enter();
    }
  }

  /** Takes all, or none. */
  public void enterInterruptibly() throws InterruptedException {
    int taken = 0;
    try {
      for (Monitor monitor : ordered) {
        monitor.enterInterruptibly();
        taken++;
      }
    } finally {
      giveBackUnlessAll(taken);
    }
  }

  /**
   * Takes all, or none, within {@code limit} for all together; an interrupt stays set.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enter(Duration limit, String call) {
    long deadline = ordered[0].deadline(limit);
    int taken = 0;
    try {
      for (Monitor monitor : ordered) {
        monitor.enterUntil(deadline, limit, call);
        taken++;
      }
    } finally {
      giveBackUnlessAll(taken);
    }
  }

  /**
   * Takes all, or none, within {@code limit} for all together.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enterInterruptibly(Duration limit, String call) throws InterruptedException {
    long deadline = ordered[0].deadline(limit);
    int taken = 0;
    try {
      for (Monitor monitor : ordered) {
        monitor.enterInterruptiblyUntil(deadline, limit, call);
        taken++;
      }
    } finally {
      giveBackUnlessAll(taken);
    }
  }

  /** Gives all back. */
  public void exit() {
    giveBack(ordered.length);
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
