package io.lappet.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A course of a test as a few departures from the plain one, in which whoever runs goes on until it
 * has to wait, and who has waited longest is next. As text it is, for instance, {@code 3:1,7:2}: at
 * the third decision not the first candidate but the one after it, at the seventh the second one
 * after it.
 *
 * @param before all departures but the last; null if there is none
 * @param at the number of the last decision that departs, from 1 on; 0 if there is none
 * @param choice which candidate is chosen there, from 1 on
 * @param holdUps how many departures hold up a thread that could have gone on
 */
record Schedule(@Nullable Schedule before, int at, int choice, int holdUps) {
  private static final String PLAIN_TEXT = "plain";

  /** The plain course. */
  static final Schedule PLAIN = new Schedule(null, 0, 0, 0);

  /** This one with one more departure, behind all others. */
  Schedule departing(int at, int choice, boolean holdsUp) {
    return new Schedule(this, at, choice, holdUps + (holdsUp ? 1 : 0));
  }

  /** Reads what {@link #toString} wrote. */
  static Schedule parse(String text) {
    Schedule schedule = PLAIN;
    if (text.equals(PLAIN_TEXT)) {
      return schedule;
    }
    if (!text.matches("\\d{1,9}:\\d{1,9}(,\\d{1,9}:\\d{1,9})*")) {
      throw malformed(text);
    }
    for (String departure : text.split(",", -1)) {
      int colon = departure.indexOf(':');
      int at = Integer.parseInt(departure.substring(0, colon));
      int choice = Integer.parseInt(departure.substring(colon + 1));
      if (at <= schedule.at || choice < 1) {
        throw malformed(text);
      }
      schedule = schedule.departing(at, choice, false);
    }
    return schedule;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "A schedule looks like \"3:1,7:2\" or \"" + PLAIN_TEXT + "\", not like \"" + text + "\"");
  }

  /** The departures in their order. */
  Deque<Schedule> departures() {
    Deque<Schedule> all = new ArrayDeque<>();
    for (Schedule last = this; last.before != null; last = last.before) {
      all.addFirst(last);
    }
    return all;
  }

  /** How many there are. */
  int size() {
    return before == null ? 0 : before.size() + 1;
  }

  @Override
  public String toString() {
    return before == null
        ? PLAIN_TEXT
        : departures().stream()
            .map(departure -> departure.at + ":" + departure.choice)
            .collect(Collectors.joining(","));
  }
}
