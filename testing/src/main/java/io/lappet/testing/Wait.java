package io.lappet.testing;

import io.lappet.internal.seam.Seam;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What a parked thread waits for. */
sealed interface Wait {
  /** When the wait is over at the latest, or {@link Seam#NEVER}. */
  long deadline();

  /**
   * Whether the thread could go on, for whatever reason. Asked while no strand runs.
   *
   * @param interrupted whether the thread has been interrupted
   */
  boolean isOver(boolean interrupted, long now);

  /** The lock without which the thread can never go on, if it is taken. */
  Optional<ReentrantLock> blockedOn();

  /** Waits for nothing but to be chosen. */
  record ForTurn() implements Wait {
    @Override
    public long deadline() {
      return Seam.NEVER;
    }

    @Override
    public boolean isOver(boolean interrupted, long now) {
      return true;
    }

    @Override
    public Optional<ReentrantLock> blockedOn() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "its turn";
    }
  }

  /** Waits for a lock of a user. */
  record ForLock(ReentrantLock lock, boolean interruptible, long deadline) implements Wait {
    @Override
    public boolean isOver(boolean interrupted, long now) {
      return !lock.isLocked() || now >= deadline || (interruptible && interrupted);
    }

    /** Whether the wait is over for no other reason than that the lock is free. */
    boolean isOnlyFree(boolean interrupted, long now) {
      return now < deadline && !(interruptible && interrupted);
    }

    @Override
    public Optional<ReentrantLock> blockedOn() {
      return deadline == Seam.NEVER && lock.isLocked() ? Optional.of(lock) : Optional.empty();
    }

    @Override
    public String toString() {
      return lock.toString();
    }
  }

  /** Waits until {@code ready}, with {@code held} given up, and takes it again on every way out. */
  record ForCondition(ReentrantLock held, BooleanSupplier ready, long deadline) implements Wait {
    @Override
    public boolean isOver(boolean interrupted, long now) {
      if (held.isLocked() || !held.tryLock()) {
        return false;
      }
      try {
        return interrupted || now >= deadline || isReady();
      } finally {
        held.unlock();
      }
    }

    /** A condition that fails does so in the thread that waits for it, when it looks again. */
    private boolean isReady() {
      try {
        return ready.getAsBoolean();
      } catch (RuntimeException | Error e) {
        return true;
      }
    }

    @Override
    public Optional<ReentrantLock> blockedOn() {
      return held.isLocked() ? Optional.of(held) : Optional.empty();
    }

    @Override
    public String toString() {
      if (held.isLocked()) {
        return held.toString();
      }
      return held.getClass() == ReentrantLock.class ? "a condition" : "a condition of " + held;
    }
  }

  /** The driver waits until nothing more happens up to {@code deadline}, that instant included. */
  record ForQuiet(long deadline) implements Wait {
    @Override
    public boolean isOver(boolean interrupted, long now) {
      return false;
    }

    @Override
    public Optional<ReentrantLock> blockedOn() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "nothing more to happen";
    }
  }
}
