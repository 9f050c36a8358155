package io.lappet.testing;

import static io.lappet.internal.seam.Seam.NEVER;

import io.lappet.internal.seam.Abandoned;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is passed from thread to thread, so that one of them runs at a time.
 *
 * <p>The threads that take turns are <i>strands</i>: those that the runtime spawns, and the
 * <i>driver</i>, the thread that runs the test. One of them runs. When it has to wait it files what
 * it waits for, grants the next one its turn as the {@link Course} decides, and parks. No other
 * strand ever runs, so the same choices make the same run, whatever the machine does.
 *
 * <p>When nobody's wait is over it is <i>quiet</i>. Only then the clock moves: to the next instant
 * at which a wait ends, and never beyond the one at which the wait of the driver ends. A driver
 * that waits without a limit is told instead why it waits in vain, and one whose threads wait in a
 * circle for each other's locks is told so at once, one time.
 *
 * <p>The driver is the first thread that uses the fabric without having been spawned, and from then
 * on each such thread that calls {@link #advance} while no other driver waits.
 *
 * <p>A baton that was {@linkplain #abandon given up} passes no more: every wait of a strand that
 * was spawned ends in {@link Abandoned}.
 *
 * <p>This class is thread-safe.
 */
final class Baton {
  private final Duration limit;
  private final ReentrantLock state = new ReentrantLock();
  private final Strands strands = new Strands(); // guarded by state
  private final Course course; // guarded by state
  private final Leavers leavers = new Leavers();
  private @Nullable Strand driver; // guarded by state
  private volatile @Nullable Strand running; // the last that went on; saves others a look
  private volatile boolean abandoned; // changed under state
  private @Nullable Throwable broken; // guarded by state; why a thread could not be started

  /**
   * Makes one.
   *
   * @param limit how long in real time a strand may run without waiting before it counts as stuck
   * @param longest how many decisions there may be while the clock stands still
   */
  Baton(Order order, Duration limit, long longest) {
    this.course = new Course(order, strands, longest);
    this.limit = limit;
  }

  OptionalLong seed() {
    return course.seed();
  }

  /** The time, in nanoseconds since this was made. */
  long nanos() {
    return course.nanos();
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /** How long to wait in real time while nobody goes on. */
  Patience patience() {
    return new Patience(limit, this::turns);
  }

  /** How many turns there have been. */
  long turns() {
    state.lock();
    try {
      return course.turns();
    } finally {
      state.unlock();
    }
  }

  /** Whether a test was told that threads wait for each other's locks. */
  boolean hasToldOfDeadlock() {
    state.lock();
    try {
      return course.hasToldOfDeadlock();
    } finally {
      state.unlock();
    }
  }

  /** The threads as they are, and how they came there. */
  Report report() {
    state.lock();
    try {
      return course.report();
    } finally {
      state.unlock();
    }
  }

  // ---- the moves of a strand

  /** The strand of the calling thread; null if it takes no turns. */
  @Nullable
  Strand current() {
    Strand last = running;
    if (last != null && last.thread() == Thread.currentThread() && !abandoned) {
      return last;
    }
    state.lock();
    try {
      Strand me = strands.of(Thread.currentThread());
      if (abandoned) {
        if (me != null && me != driver) {
          throw new Abandoned();
        }
        return null;
      }
      return me == null && driver == null ? becomeDriver() : me;
    } finally {
      state.unlock();
    }
  }

  /** Whether a strand that could go on is to wait for another turn. Called by the one that runs. */
  boolean givesWay() {
    return course.givesWay();
  }

  /** Whether {@code lock} serves in order of arrival, and a strand waits for it. */
  boolean isAwaited(ReentrantLock lock) {
    if (!lock.isFair()) {
      return false;
    }
    state.lock();
    try {
      return strands.isAwaitedBefore(lock, Long.MAX_VALUE);
    } finally {
      state.unlock();
    }
  }

  /**
   * Adds a thread. It has its first turn when another strand waits.
   *
   * @param started whether the caller starts it at once; otherwise it is started for its first turn
   */
  void add(Thread thread, boolean started) {
    state.lock();
    try {
      current(); // makes the first one the driver
      if (abandoned) {
        throw new Abandoned();
      }
      strands.file(strands.add(thread, started), Wait.ForTurn.FIRST);
    } finally {
      state.unlock();
    }
  }

  /** From now on the order is the fixed one. Called by a strand that runs. */
  void rest() {
    state.lock();
    try {
      course.rest();
    } finally {
      state.unlock();
    }
  }

  /** The next instant at which somebody's wait ends, or {@code NEVER}. */
  long nextDeadline() {
    state.lock();
    try {
      return course.nextDeadline();
    } finally {
      state.unlock();
    }
  }

  /** Takes back a thread that could not be started. */
  void remove(Thread thread) {
    state.lock();
    try {
      strands.remove(thread);
    } finally {
      state.unlock();
    }
  }

  /** Waits for the first turn of the calling thread, which was added before. */
  void enter() {
    try {
      awaitTurn(strand(Thread.currentThread()), false);
    } catch (Abandoned e) {
      leave();
      throw e;
    }
  }

  private Strand strand(Thread thread) {
    state.lock();
    try {
      return Objects.requireNonNull(strands.of(thread), "begin() without spawn()");
    } finally {
      state.unlock();
    }
  }

  /** Passes the baton on and waits for the next turn of {@code me}, the calling strand. */
  void pass(Strand me, Wait wait) {
    boolean drives;
    Strand next;
    state.lock();
    try {
      if (abandoned) {
        throw new Abandoned(); // by the driver, since this thread was looked up
      }
      drives = me == driver;
      strands.file(me, wait);
      next = next();
    } finally {
      state.unlock();
    }
    passTo(next);
    awaitTurn(me, drives);
  }

  /** Passes the baton on for good. */
  void leave() {
    Thread thread = Thread.currentThread();
    leavers.add(thread);
    Strand next = null;
    state.lock();
    try {
      running = null;
      strands.remove(thread);
      if (!abandoned) {
        next = next();
      }
    } finally {
      state.unlock();
    }
    if (next != null) {
      passTo(next);
    }
  }

  private Strand next() {
    assert state.isHeldByCurrentThread();
    return course.next(Objects.requireNonNull(driver));
  }

  /** Called without the lock, as the first that {@code next} does may be to take it. */
  private void passTo(Strand next) {
    try {
      next.grant();
    } catch (Throwable e) { // a thread that could not be started, for want of memory perhaps
      giveUpFor(e);
    }
  }

  private void giveUpFor(Throwable failure) {
    state.lock();
    try {
      abandoned = true;
      broken = failure;
      Objects.requireNonNull(driver).grant();
    } finally {
      state.unlock();
    }
  }

  // ---- the moves of the driver

  /**
   * Lets everything happen up to {@code until}, that instant included. Makes the calling thread the
   * driver.
   *
   * @throws DeadlockError if threads wait in a circle for each other's locks
   * @throws IllegalStateException if the calling thread cannot drive
   */
  void advance(long until) {
    pass(drive(), new Wait.ForQuiet(Math.min(until, NEVER - 1)));
  }

  /**
   * Moves the clock by {@code nanos} while nothing happens; what has come due by then is late.
   *
   * @throws IllegalStateException if the calling thread cannot drive
   */
  void standStill(long nanos) {
    drive();
    state.lock();
    try {
      course.leap(nanos);
    } finally {
      state.unlock();
    }
  }

  private Strand drive() {
    state.lock();
    try {
      if (abandoned) {
        throw new IllegalStateException("The fabric has been given up");
      }
      if (!tryDrive()) {
        throw new IllegalStateException(Thread.currentThread().getName()
            + " cannot move the clock: it is a thread of the fabric, or another thread of the"
            + " test waits");
      }
      return Objects.requireNonNull(driver);
    } finally {
      state.unlock();
    }
  }

  /** Makes the calling thread the driver if it can be; says whether it is. */
  boolean tryDrive() {
    state.lock();
    try {
      Strand me = strands.of(Thread.currentThread());
      if (me == null && (driver == null || driver.waiting() == null)) {
        me = becomeDriver();
      }
      return me != null && me == driver;
    } finally {
      state.unlock();
    }
  }

  private Strand becomeDriver() {
    assert state.isHeldByCurrentThread();
    if (driver != null) {
      strands.remove(driver.thread());
    }
    driver = strands.add(Thread.currentThread(), true);
    running = driver;
    return driver;
  }

  /**
   * Gives up: all strands but the driver are interrupted and thrown out of their waits, one after
   * the other. Then waits, in real time, for all threads to end. With no strand left it only waits.
   *
   * @return the threads that have not ended
   */
  List<Thread> abandon() {
    for (Strand strand : giveUp()) {
      strand.abandon();
      leavers.add(strand.thread());
      Leavers.join(strand.thread(), Duration.ofSeconds(1).toNanos());
    }
    return leavers.await(limit);
  }

  private List<Strand> giveUp() {
    state.lock();
    try {
      List<Strand> others =
          strands.all().stream().filter(strand -> strand != driver).toList();
      abandoned |= !others.isEmpty();
      return others;
    } finally {
      state.unlock();
    }
  }

  // ---- waiting for a turn

  private void awaitTurn(Strand me, boolean drives) {
    if (drives) {
      parkWatching(me);
      state.lock();
      try {
        requireWhole();
      } finally {
        goOn(me);
        state.unlock();
      }
    } else {
      me.park();
      goOn(me);
      if (me.isAbandoned()) {
        throw new Abandoned();
      }
    }
  }

  private void goOn(Strand me) {
    me.goOn();
    running = me;
  }

  /** Tells the driver what is wrong. */
  private void requireWhole() {
    assert state.isHeldByCurrentThread();
    if (broken != null) {
      throw new AssertionError("A thread could not be started", broken);
    }
    abandoned |= course.isLivelock();
    course.requireNotInVain();
  }

  /** Parks the driver, and gives up when the strand that runs does not come to a wait. */
  private void parkWatching(Strand me) {
    Patience patience = patience();
    while (!me.park(Patience.NAP)) {
      if (patience.isOver()) {
        fail(me);
      }
    }
  }

  private void fail(Strand me) {
    state.lock();
    try {
      abandoned = true;
      throw new AssertionError(course.stuck());
    } finally {
      goOn(me);
      state.unlock();
    }
  }
}
