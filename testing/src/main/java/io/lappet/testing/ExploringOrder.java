package io.lappet.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order whose every decision is counted, so that it can be made again, or made otherwise. A
 * decision is one only if there are several candidates. The first of them is the one that runs and
 * could go on, if there is such a one, and else the one that has waited longest.
 */
abstract class ExploringOrder extends Order {
  /** So often in a row somebody goes on while others wait: who polls must not do so for ever. */
  private static final int PATIENCE = 50;

  private final List<Choice> choices = new ArrayList<>();
  private int inARow;

  /**
   * One decision.
   *
   * @param number from 1 on
   * @param options how many candidates there were
   * @param chosen which of them was chosen, from 0 on
   * @param holdsUp whether the first of them ran, so that any other one holds it up
   */
  record Choice(int number, int options, int chosen, boolean holdsUp) {}

  /** The decisions up to now. */
  final List<Choice> choices() {
    return choices;
  }

  /** What makes the run again. */
  Schedule schedule() {
    Schedule schedule = Schedule.PLAIN;
    for (Choice choice : choices) {
      if (choice.chosen > 0) {
        schedule = schedule.departing(choice.number, choice.chosen, choice.holdsUp);
      }
    }
    return schedule;
  }

  @Override
  final String name() {
    return "schedule " + schedule();
  }

  @Override
  final String parameter() {
    return "-Dlappet.schedule=" + schedule();
  }

  @Override
  final String replay() {
    Schedule schedule = schedule();
    return "Schedule %s makes this run again: Explore.repeat(\"%s\", ..), or @LappetTest with %s."
        .formatted(schedule, schedule, parameter());
  }

  @Override
  final boolean interrupts() {
    return true;
  }

  @Override
  final Strand next(List<Strand> candidates, @Nullable Strand present) {
    boolean holdsUp = present != null;
    if (present != null && inARow >= PATIENCE) {
      others(candidates, present);
      holdsUp = false;
    } else if (present != null) {
      candidates.remove(present);
      candidates.add(0, present);
    }
    int chosen = 0;
    if (candidates.size() > 1) {
      int number = choices.size() + 1;
      chosen = pick(number, candidates, holdsUp);
      choices.add(new Choice(number, candidates.size(), chosen, holdsUp));
    }
    Strand next = candidates.get(chosen);
    inARow = next == present ? inARow + 1 : 0;
    return next;
  }

  /**
   * Which candidate is next.
   *
   * @param number of the decision
   * @param holdsUp whether the first candidate ran, and could go on
   */
  abstract int pick(int number, List<Strand> candidates, boolean holdsUp);
}
