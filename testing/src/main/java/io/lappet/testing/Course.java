package io.lappet.testing;

import static io.lappet.internal.seam.Seam.NEVER;

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
  private @Nullable Strand running; // the last that was chosen
  private boolean inVain; // the driver was chosen to be told that it waits in vain
  private volatile long clock;

  Course(Order order, Strands strands) {
    this.order = order;
    this.strands = strands;
  }

  OptionalLong seed() {
    return order.seed();
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
    return new Report(seed(), clock, strands.all(), trace.toString());
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
    List<Strand> candidates = strands.candidates(clock);
    if (candidates.size() > 1) {
      candidates.remove(running); // which gives way: its wait was over when it began
    }
    while (candidates.isEmpty() && moveClock(driver)) {
      candidates = strands.candidates(clock);
    }
    running = candidates.isEmpty() ? driver : candidates.get(order.choose(candidates.size()));
    trace.add(clock, running, candidates.size());
    return running;
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
    inVain = deadlock || wait.deadline() == NEVER || next == NEVER;
    if (!inVain) {
      clock = next;
      strands.becomeDue(next, driver);
    }
    return !inVain;
  }

  private List<Strand> newDeadlock() {
    return LockCycle.among(strands.all(), told);
  }

  /**
   * Called by the driver when it has its turn.
   *
   * @throws DeadlockError if it waits for what can never happen, or others do
   * @throws IllegalStateException if it waits for what cannot happen before the clock moves
   */
  void requireNotInVain() {
    if (!inVain) {
      return;
    }
    inVain = false;
    List<Strand> cycle = newDeadlock();
    if (!cycle.isEmpty()) {
      told.addAll(cycle);
      throw new DeadlockError(report().deadlock(cycle));
    }
    if (strands.nextDeadline(clock) == NEVER) {
      throw new DeadlockError(report().never());
    }
    throw new IllegalStateException(report().callAdvance());
  }
}
