package io.lappet.testing;

import static io.lappet.internal.seam.Seam.NEVER;

import io.lappet.internal.seam.Deadlines;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The course of a test: decides who goes on, and moves the clock when nobody can.
 *
 * <p>All is guarded by the lock of the {@link Baton}, except where something else is said.
 */
final class Course {
  private final Order order; // belongs to the strand that runs
  private final Strands strands;
  private final Trace trace = new Trace();
  private final Set<Strand> told = new HashSet<>(); // of whose deadlocks the driver was told
  private final long longest; // how many decisions there may be while the clock stands still
  private long standing; // how many there were since it moved or the driver ran
  private @Nullable Strand running; // the last that was chosen
  private Verdict verdict = Verdict.GO_ON;
  private volatile long clock;

  /** What the driver is told when it has its turn. */
  private enum Verdict {
    GO_ON,
    IN_VAIN,
    LIVELOCK
  }

  Course(Order order, Strands strands, long longest) {
    this.order = order;
    this.strands = strands;
    this.longest = longest;
  }

  OptionalLong seed() {
    return order.seed();
  }

  /** From now on the order is the fixed one. */
  void rest() {
    order.rest();
  }

  /** The next instant at which a wait ends, or {@code NEVER}. */
  long nextDeadline() {
    return strands.nextDeadline(clock);
  }

  /** The time, in nanoseconds since this was made. Called by anybody. */
  long nanos() {
    return clock;
  }

  /** Whether a strand that could go on is to wait for another turn. Called by the one that runs. */
  boolean givesWay() {
    return order.givesWay();
  }

  /** How many turns there have been. */
  long turns() {
    return trace.turns();
  }

  /** The threads as they are, and how they came there. */
  Report report() {
    return new Report(order.name(), order.replay(), clock, strands.all(), trace.toString());
  }

  /** Whether the driver was told that threads wait for each other's locks. */
  boolean hasToldOfDeadlock() {
    return !told.isEmpty();
  }

  /** What is wrong if the strand that runs does not come to a wait. */
  String stuck() {
    return report().stuck(Objects.requireNonNull(running));
  }

  /** Chooses who goes on, now that all strands wait. */
  Strand next(Strand driver) {
    Strand from = running == null ? driver : running;
    List<Strand> candidates = strands.candidates(clock);
    Strand present = candidates.contains(from) ? from : null;
    while (candidates.isEmpty() && moveClock(driver)) {
      candidates = strands.candidates(clock);
      standing = 0;
    }
    standing++;
    if (standing > longest) {
      verdict = Verdict.LIVELOCK;
    }
    Strand next = candidates.isEmpty() || verdict == Verdict.LIVELOCK
        ? driver
        : order.choose(candidates, present);
    if (next == driver) {
      standing = 0;
    }
    running = next;
    trace.add(clock, from, next, candidates);
    return next;
  }

  /**
   * When it is quiet: moves the clock to the next instant at which a wait ends.
   *
   * @return false if it is the driver's turn instead, because its wait is over or in vain
   */
  private boolean moveClock(Strand driver) {
    Wait wait = Objects.requireNonNull(driver.waiting());
    boolean deadlock = !newDeadlock().isEmpty();
    if (!deadlock && wait instanceof Wait.ForQuiet && wait.deadline() <= clock) {
      return false;
    }
    long next = strands.nextDeadline(clock);
    if (deadlock || wait.deadline() == NEVER || next == NEVER) {
      verdict = Verdict.IN_VAIN;
      return false;
    }
    long before = clock;
    clock = next;
    strands.becomeDue(before, next);
    strands.fileAgain(driver);
    return true;
  }

  /** Moves the clock at once over whatever is due. Called for the strand that runs. */
  void leap(long nanos) {
    long before = clock;
    clock = Deadlines.add(before, nanos);
    strands.becomeDue(before, clock);
  }

  private List<Strand> newDeadlock() {
    return LockCycle.among(strands.blocked(), told); // nobody else is part of a circle
  }

  /** Whether the driver is about to be told that the others go on and on. */
  boolean isLivelock() {
    return verdict == Verdict.LIVELOCK;
  }

  /**
   * Called by the driver when it has its turn.
   *
   * @throws DeadlockError if it waits for what can never happen, or others do
   * @throws LivelockError if the others go on and on
   * @throws IllegalStateException if it waits for what cannot happen before the clock moves
   */
  void requireNotInVain() {
    Verdict latest = verdict;
    verdict = Verdict.GO_ON;
    switch (latest) {
      case GO_ON -> {}
      case IN_VAIN -> tellThatInVain();
      case LIVELOCK -> throw new LivelockError(report().livelock(longest, trace.actors()));
    }
  }

  private void tellThatInVain() {
    List<Strand> cycle = newDeadlock();
    if (!cycle.isEmpty()) {
      told.addAll(cycle);
      throw new DeadlockError(report().deadlock(cycle));
    }
    if (nextDeadline() == NEVER) {
      throw new DeadlockError(report().never());
    }
    throw new IllegalStateException(report().callAdvance());
  }
}
