package io.lappet.testing;

import java.util.Deque;
import java.util.List;

/** The order of a {@link Schedule}. */
final class ScheduledOrder extends ExploringOrder {
  private final Schedule schedule;
  private final Deque<Schedule> departures; // still to be made
  private boolean impossible;

  ScheduledOrder(Schedule schedule) {
    this.schedule = schedule;
    this.departures = schedule.departures();
  }

  @Override
  Schedule schedule() {
    return schedule;
  }

  @Override
  int pick(int number, List<Strand> candidates, boolean holdsUp) {
    Schedule next = departures.peekFirst();
    if (next == null || next.at() != number) {
      return 0;
    }
    departures.removeFirst();
    impossible |= next.choice() >= candidates.size();
    return Math.min(next.choice(), candidates.size() - 1);
  }

  /** Whether all departures were made, so that this was a run of the same test. */
  boolean wasFollowed() {
    return departures.isEmpty() && !impossible;
  }
}
