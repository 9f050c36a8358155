package io.lappet.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A thread that takes turns: it runs while it has been granted its turn, and is parked otherwise.
 *
 * <p><b>Interrupts.</b> A thread that is parked and has its flag set would not park again, and one
 * that clears the flag would lose it. So the strand remembers the interrupt before it clears the
 * flag, which leaves no moment at which neither says so, and sets the flag again when it goes on.
 */
final class Strand {
  private final Thread thread;
  private final List<ReentrantLock> taken = new ArrayList<>(1); // user locks, some given back since
  private volatile @Nullable Wait wait; // null while it runs
  private long filed; // guarded by the baton's lock
  private volatile boolean interrupted;
  private volatile boolean granted;
  private volatile boolean abandoned;
  private boolean started; // of who grants; once with the baton's lock, and by one at a time

  /** Makes one; {@code started} is false if its first turn is to start the thread. */
  Strand(Thread thread, boolean started) {
    this.thread = thread;
    this.started = started;
  }

  Thread thread() {
    return thread;
  }

  String name() {
    return thread.getName();
  }

  /** What it waits for; null if it runs. */
  @Nullable
  Wait waiting() {
    return wait;
  }

  /** When it began to wait, as a number that grows. */
  long filed() {
    return filed;
  }

  boolean isInterrupted() {
    return interrupted || thread.isInterrupted();
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /** Says what it waits for from now on. Called by the thread itself, or before it is started. */
  void file(Wait wait, long number) {
    taken.removeIf(lock -> !lock.isHeldByCurrentThread());
    this.wait = wait;
    this.filed = number;
  }

  /** Puts it behind all who have filed before. */
  void fileAgain(long number) {
    this.filed = number;
  }

  /** Lets it go on. */
  void grant() {
    granted = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
  }

  /**
   * Lets it go on, but out of the code that waits. Its end is nobody's concern, and if it has not
   * begun it never does.
   */
  void abandon() {
    abandoned = true;
    if (started) {
      thread.setUncaughtExceptionHandler((gone, ignored) -> {});
      thread.interrupt();
      grant();
    }
  }

  /** Waits until granted. Called by the thread itself. */
  void park() {
    while (!granted) {
      LockSupport.park(this);
      keepInterrupt();
    }
  }

  /**
   * Waits until granted, for at most {@code nanos} of real time. Called by the thread itself.
   *
   * @return whether it has been granted
   */
  boolean park(long nanos) {
    if (!granted) {
      LockSupport.parkNanos(this, nanos);
      keepInterrupt();
    }
    return granted;
  }

  /** Goes on. Called by the thread itself. */
  void goOn() {
    wait = null;
    granted = false;
    if (interrupted) {
      interrupted = false;
      thread.interrupt();
    }
  }

  /** Remembers a lock of a user that the thread has taken. Called by the thread itself. */
  void took(ReentrantLock lock) {
    taken.removeIf(other -> !other.isHeldByCurrentThread() || other == lock);
    taken.add(lock);
  }

  /** Whether it holds {@code lock}, as far as the scheduler knows. Asked while it is parked. */
  boolean holds(ReentrantLock lock) {
    for (ReentrantLock other : taken) {
      if (other == lock) {
        return true;
      }
    }
    return false;
  }

  private void keepInterrupt() {
    if (thread.isInterrupted()) {
      interrupted = true;
      Thread.interrupted();
    }
  }
}
