package io.lappet.internal.seam;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Time, waiting and threads, as the runtime needs them. One instance serves one fabric.
 *
 * <p><b>Internal locks.</b> The runtime guards its own state with short critical sections on plain
 * {@link ReentrantLock}s, taken without the seam. The rule that makes this right under a controlled
 * order: nobody calls {@link #await}, {@link #lock}, or code of users while holding one, except the
 * one that is given to {@code await}.
 *
 * <p><b>Locks of users</b> are held while user code runs, so taking them is a wait and goes through
 * {@link #lock} and {@link #lockInterruptibly}.
 */
public interface Seam {
  /** The deadline that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** Monotonic time, in nanoseconds since the seam was made; never negative. */
  long nanos();

  /** The time of day. It may jump. */
  Instant now();

  /** The time zone in which times of day are meant that name none. */
  ZoneId zone();

  /**
   * Waits until {@code ready} is true. Call it with {@code held} held exactly as the condition
   * demands; all levels are given up while waiting, and held again on every way out.
   *
   * <p>If {@code ready} is true when looked at, the answer is true, whatever the interrupt says and
   * the clock shows, and the interrupt stays set. Otherwise an interrupt wins over a deadline that
   * has passed.
   *
   * @param held the lock that guards what {@code ready} reads
   * @param changed a condition of {@code held}, signalled after each change of what {@code ready}
   *     reads
   * @param ready is called with {@code held} held, or while no other thread runs
   * @param deadline in terms of {@link #nanos}, or {@link #NEVER}
   * @return whether {@code ready} was true; if not, the deadline has passed
   * @throws InterruptedException if the thread was interrupted and {@code ready} was false; the
   *     interrupt is cleared
   */
  boolean await(ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline)
      throws InterruptedException;

  /** As {@link #await}; an interrupt is kept for afterwards. */
  default boolean awaitUninterruptibly(
      ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return await(held, changed, ready, deadline);
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

  /** Takes a lock of a user. Not interruptible; an interrupt stays set. */
  void lock(ReentrantLock lock);

  /**
   * Takes a lock of a user.
   *
   * @return whether the lock was got before {@code deadline}; a deadline that has passed tries once
   * @throws InterruptedException if the thread was interrupted, before or while waiting; the lock is
   *     not held
   */
  boolean lockInterruptibly(ReentrantLock lock, long deadline) throws InterruptedException;

  /**
   * A point at which another thread may just as well go on first. Called before something that does
   * not wait and whose result depends on the order of threads: a try, or a way in without a lock.
   * Call it as {@link #lock}: with no internal lock held.
   */
  void giveWay();

  /**
   * {@linkplain #giveWay Gives way} before permits are tried for.
   *
   * @param permits their name
   * @return whether somebody else is to have been faster, because a test wants that
   */
  boolean isOvertaken(String permits);

  /**
   * Stays awake for a moment before a wait, as what is waited for often comes at once. Call it with
   * no lock held.
   *
   * @param looks how often to look at most; 0 is not at all
   * @param pause how many nanoseconds to let pass between two looks: each takes a cache line from
   *     who works at the other side
   * @return whether {@code ready} was true
   */
  boolean linger(BooleanSupplier ready, int looks, long pause);

  /**
   * Lets another thread go on that is in the middle of a step which takes no time. Threads give way
   * only where they say so, so under a controlled order no such thread is ever met.
   */
  void stepAside();

  /**
   * How long who sleeps may rely on a sign that is given without a fence, or put off: after that it
   * looks by itself. {@link #NEVER} if every sign is seen at once.
   */
  long glance();

  /**
   * How long {@link #now} may be relied upon to keep step with {@link #nanos}: who waits for a time of
   * day looks again after that. {@link #NEVER} if the one follows from the other.
   */
  long inStepFor();

  /**
   * How late a wait for a time usually ends, in nanoseconds: who has to be on time waits that much
   * less, and stays awake for the rest. 0 if waits end in time.
   */
  long waitsAreLateBy();

  /**
   * How late something may come that comes once in {@code period} nanoseconds, so that it can share
   * the moment with others. 0 if it has to be on time.
   */
  default long leeway(long period) {
    return 0;
  }

  /** Where chance begins: another number each time, or the same one if all is to be repeated. */
  long seed();

  /** Starts a thread whose body begins with {@link #begin} and ends with {@link #end}. */
  void spawn(Thread thread);

  /** The first thing that a spawned thread does. */
  void begin();

  /** The last thing that a spawned thread does. */
  void end();

  // ---- watching

  /** Who learns in which order locks of users are taken; null if nobody does. */
  default @Nullable LockOrder lockOrder() {
    return null;
  }

  /** The same without {@link #lockOrder}, for who tells that one by itself. */
  default Seam unwatched() {
    return this;
  }

  /** A lock of a user was taken without waiting for it, by a try. */
  default void took(ReentrantLock lock) {}

  /**
   * The calling thread is about to wait for {@code obstacle} without a limit, in another way than by
   * {@link #lock}. Call it with no lock of the runtime held, and {@link #waitsNoLonger} afterwards.
   */
  default void waitsFor(Deadlocks.Obstacle obstacle) {}

  /** The wait that {@link #waitsFor} told of is over. */
  default void waitsNoLonger() {}
}
