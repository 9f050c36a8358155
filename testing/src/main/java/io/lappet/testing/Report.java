package io.lappet.testing;

import io.lappet.internal.seam.Deadlocks;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to say of the threads of a fabric, as text.
 *
 * @param order what makes the order, for instance a seed
 * @param replay how to make the same run again
 * @param trace the last decisions
 */
record Report(String order, String replay, long now, List<Strand> strands, String trace) {
  /** How it came about. */
  String story() {
    return trace;
  }

  /** Every thread: what it waits for, until when, and where it stands. */
  String dump() {
    return "At " + time(now) + ", " + order + ":\n" + text(strands);
  }

  /** {@code cycle} waits in a circle. */
  String deadlock(List<Strand> cycle) {
    return failure(Deadlocks.HEADLINE, cycle);
  }

  /** The driver waits, and nothing will ever happen. */
  String never() {
    return failure("Deadlock: the test waits for something that can never happen", strands);
  }

  /** The driver waits, and nothing happens before the clock moves. */
  String callAdvance() {
    String due = strands.stream()
        .filter(strand -> deadline(strand) != Seam.NEVER)
        .map(strand -> strand.name() + " at " + time(deadline(strand)))
        .collect(Collectors.joining(", "));
    return failure(
        "The test waits for something that cannot happen before the clock moves; call advance(..)."
            + " Due: "
            + due,
        strands);
  }

  /** The driver waits for a condition that did not come true. */
  String notBy(String limit) {
    return failure("The condition did not come true " + limit, strands);
  }

  /** {@code actors} go on and on. */
  String livelock(long decisions, List<Strand> actors) {
    return failure(
        "Livelock: these threads have gone on " + decisions
            + " times while neither the clock moved nor the test went on",
        actors);
  }

  /** {@code strand} runs and does not come to a wait. */
  String stuck(Strand strand) {
    return failure(
        "Stuck: "
            + strand.name()
            + " blocks, or runs on and on, in code that does not wait through the fabric",
        List.of(strand));
  }

  private String failure(String what, List<Strand> who) {
    return what + " (at " + time(now) + ", " + order + ").\n" + text(who) + replay + "\n" + trace;
  }

  private String text(List<Strand> who) {
    return who.stream().map(this::text).collect(Collectors.joining());
  }

  private String text(Strand strand) {
    return strand.name() + " " + doing(strand) + "\n" + Stack.of(strand.thread());
  }

  private static String doing(Strand strand) {
    Wait wait = strand.waiting();
    if (wait == null) {
      return "runs";
    }
    return "waits for "
        + wait
        + (wait.deadline() == Seam.NEVER ? "" : ", at most until " + time(wait.deadline()));
  }

  private static long deadline(Strand strand) {
    Wait wait = strand.waiting();
    return wait == null ? Seam.NEVER : wait.deadline();
  }

  private static String time(long nanos) {
    return Duration.ofNanos(nanos).toString();
  }
}
