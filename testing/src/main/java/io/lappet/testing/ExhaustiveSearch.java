package io.lappet.testing;

import io.lappet.testing.ExploringOrder.Choice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries all schedules, each once: first the plain one, then those with one departure, then two, and
 * so on, as long as they do not hold up threads too often. So a fault is found with as few departures
 * as it takes, and its story is as short as can be.
 */
final class ExhaustiveSearch implements Search {
  private final int bound;
  private final List<Deque<Branch>> levels = new ArrayList<>(); // by number of departures
  private Schedule schedule = Schedule.PLAIN;
  private @Nullable ScheduledOrder last;
  private boolean exhausted;

  /**
   * Makes one.
   *
   * @param bound how often at most a schedule holds up threads that could go on
   */
  ExhaustiveSearch(int bound) {
    this.bound = bound;
  }

  /** The schedules that have one departure more than one that was run. */
  private final class Branch {
    private final Schedule base;
    private final List<Choice> choices;
    private int next; // index of the choice to depart at
    private int choice = 1;

    Branch(Schedule base, List<Choice> choices) {
      this.base = base;
      this.choices = choices;
      this.next = base.at();
    }

    @Nullable
    Schedule next() {
      while (next < choices.size()) {
        Choice departure = choices.get(next);
        boolean allowed = !departure.holdsUp() || base.holdUps() < bound;
        if (allowed && choice < departure.options()) {
          Schedule found = base.departing(departure.number(), choice, departure.holdsUp());
          choice++;
          return found;
        }
        next++;
        choice = 1;
      }
      return null;
    }
  }

  @Override
  public Optional<ExploringOrder> next() {
    if (last != null) {
      requireRepeatable(last);
      branchOff(new Branch(schedule, List.copyOf(last.choices())));
      Schedule found = nextSchedule();
      if (found == null) {
        exhausted = true;
        return Optional.empty();
      }
      schedule = found;
    }
    last = new ScheduledOrder(schedule);
    return Optional.of(last);
  }

  private void requireRepeatable(ScheduledOrder run) {
    if (!run.wasFollowed()) {
      throw new IllegalStateException("The test cannot be explored: it does not always do the same."
          + " Schedule " + schedule + " could not be followed. Look for random numbers, hash codes,"
          + " real time, or state that is left from run to run");
    }
  }

  private void branchOff(Branch branch) {
    int level = schedule.size();
    if (level == levels.size()) {
      levels.add(new ArrayDeque<>());
    }
    levels.get(level).addLast(branch);
  }

  private @Nullable Schedule nextSchedule() {
    for (Deque<Branch> level : levels) {
      while (!level.isEmpty()) {
        Schedule found = level.getFirst().next();
        if (found != null) {
          return found;
        }
        level.removeFirst();
      }
    }
    return null;
  }

  @Override
  public boolean isExhausted() {
    return exhausted;
  }
}
