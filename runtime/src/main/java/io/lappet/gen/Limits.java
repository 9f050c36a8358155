package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.Permits;
import io.lappet.WaitInterruptedException;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.SystemSeam;
import io.lappet.internal.sync.PermitsCore;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How generated code takes permits: one at a time, without a lease. */
public final class Limits {
  private Limits() {}

  /** Makes permits that belong to no fabric. */
  public static Permits of(String name, int permits) {
    return new PermitsCore(SystemSeam.INSTANCE, name, permits, false);
  }

  /** Makes permits whose waits belong to {@code fabric}. */
  public static Permits of(Fabric fabric, String name, int permits) {
    return of(FabricCore.of(fabric), name, permits, false);
  }

  /** As {@link #of(String, int)}, serving in order of arrival. */
  public static Permits fair(String name, int permits) {
    return new PermitsCore(SystemSeam.INSTANCE, name, permits, true);
  }

  /** As {@link #of(Fabric, String, int)}, serving in order of arrival. */
  public static Permits fair(Fabric fabric, String name, int permits) {
    return of(FabricCore.of(fabric), name, permits, true);
  }

  private static Permits of(FabricCore fabric, String name, int permits, boolean fair) {
    Tuning tuning = fabric.configuration().of(name);
    int total = tuning == null ? permits : tuning.number("permits", 1, permits);
    return new PermitsCore(fabric.seam(), name, total, fair);
  }

  /**
   * Takes a permit.
   *
   * @param call the call that waits, for messages
   * @throws IllegalArgumentException if {@code permits} are not of this library
   * @throws io.lappet.WaitInterruptedException if the thread was interrupted and must wait; the
   *     interrupt is set again
   */
  public static void enter(Permits permits, String call) {
    PermitsCore core = behind(permits);
    try {
      core.takeOne(null);
    } catch (InterruptedException e) {
      throw interrupted(core, call, e);
    }
  }

  /**
   * As {@link #enter(Permits, String)}, within {@code limit}.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public static void enter(Permits permits, Duration limit, String call) {
    PermitsCore core = behind(permits);
    try {
      takeOne(core, limit, call);
    } catch (InterruptedException e) {
      throw interrupted(core, call, e);
    }
  }

  /** As {@link #enter(Permits, String)}, for a method that may be interrupted. */
  public static void enterInterruptibly(Permits permits, String call) throws InterruptedException {
    PermitsCore core = behind(permits);
    throwIfInterrupted();
    core.takeOne(null);
  }

  /** As {@link #enter(Permits, Duration, String)}, for a method that may be interrupted. */
  public static void enterInterruptibly(Permits permits, Duration limit, String call)
      throws InterruptedException {
    PermitsCore core = behind(permits);
    throwIfInterrupted();
    takeOne(core, limit, call);
  }

  /**
   * Gives the permit back.
   *
   * @throws IllegalArgumentException if {@code permits} are not of this library
   * @throws IllegalStateException if all permits are free
   */
  public static void exit(Permits permits) {
    behind(permits).giveBack(1);
  }

  private static void takeOne(PermitsCore core, Duration limit, String call)
      throws InterruptedException {
    if (!core.takeOne(Objects.requireNonNull(limit, "limit"))) {
      throw new WaitTimeoutException(
          call + " did not get a permit of " + core.name() + " within " + limit);
    }
  }

  private static PermitsCore behind(@Nullable Permits permits) {
    if (permits instanceof PermitsCore core) {
      return core;
    }
    Objects.requireNonNull(permits, "permits");
    throw new IllegalArgumentException(
        permits + " were not made by this library, and a limit needs such");
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static WaitInterruptedException interrupted(
      PermitsCore core, String call, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new WaitInterruptedException(
        call + " was interrupted while it waited for a permit of " + core.name(), cause);
  }
}
