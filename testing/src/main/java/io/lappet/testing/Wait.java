package io.lappet.testing;

import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

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

  /** The lock that somebody else may hold, so that the wait goes on; null if there is none. */
  @Nullable
  default ReentrantLock lock() {
    return null;
  }

  /** What a thread does that begins to wait so: {@code waits for ..}. */
  String stops();

  /** What a thread does whose wait is over: {@code goes on ..}. */
  String goesOn();

  /**
   * Waits for nothing but to be chosen.
   *
   * @param isFirst whether the thread has not begun
   * @param before the lock that the thread is about to take; null if it is not
   */
  record ForTurn(boolean isFirst, @Nullable ReentrantLock before) implements Wait {
    /** To begin. */
    static final ForTurn FIRST = new ForTurn(true, null);

    /** To go on. */
    static final ForTurn ANOTHER = new ForTurn(false, null);

    /** To go on with taking {@code lock}. */
    static ForTurn before(ReentrantLock lock) {
      return new ForTurn(false, lock);
    }

    @Override
    public String stops() {
      return "gives way" + (before == null ? "" : " before it takes " + nameOf(before));
    }

    @Override
    public String goesOn() {
      if (isFirst) {
        return "begins";
      }
      return "goes on" + (before == null ? "" : " to take " + nameOf(before));
    }

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
    public String stops() {
      return "waits for " + nameOf(lock) + until(deadline);
    }

    @Override
    public String goesOn() {
      return "goes on, which waited for " + nameOf(lock);
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
    public String stops() {
      return "waits for " + what() + until(deadline);
    }

    @Override
    public String goesOn() {
      return "goes on, which waited for " + what();
    }

    private String what() {
      return held instanceof NamedLock ? "a change of " + nameOf(held) : "a change";
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
    public String stops() {
      return "lets others go on" + until(deadline);
    }

    @Override
    public String goesOn() {
      return "goes on, as nothing more happens";
    }

    @Override
    public String toString() {
      return "nothing more to happen";
    }
  }

  private static String nameOf(ReentrantLock lock) {
    return lock instanceof NamedLock named ? named.label() : "a lock";
  }

  private static String until(long deadline) {
    return deadline == Seam.NEVER ? "" : ", until " + Duration.ofNanos(deadline) + " at most";
  }
}
