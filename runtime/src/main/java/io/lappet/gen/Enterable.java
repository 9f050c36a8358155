package io.lappet.gen;

import io.lappet.internal.seam.Seam;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@link Monitors} take together with others: a lock, or the reading side of one. */
public sealed interface Enterable permits Monitor, ReadSide {
  /** Takes it; an interrupt stays set. */
  void enter();

  /** Takes it. */
  void enterInterruptibly() throws InterruptedException;

  /**
   * Takes it; an interrupt stays set.
   *
   * @param deadline in terms of {@link #seam}
   * @param limit what the caller gave, for the message
   * @param call the call that waits, for the message
   * @throws io.lappet.WaitTimeoutException if it was not got before {@code deadline}; a deadline
   *     that has passed tries once
   */
  default void enterUntil(long deadline, @Nullable Duration limit, String call) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          enterInterruptiblyUntil(deadline, limit, call);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Takes it.
   *
   * @param deadline in terms of {@link #seam}
   * @param limit what the caller gave, for the message
   * @param call the call that waits, for the message
   * @throws io.lappet.WaitTimeoutException if it was not got before {@code deadline}; a deadline
   *     that has passed tries once
   */
  void enterInterruptiblyUntil(long deadline, @Nullable Duration limit, String call)
      throws InterruptedException;

  /** Gives it back. */
  void exit();

  /** The place in the one global order of all locks. No two things that exclude share one. */
  long rank();

  /** Where it waits. */
  Seam seam();
}
