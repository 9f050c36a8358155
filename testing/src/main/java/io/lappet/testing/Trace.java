package io.lappet.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.stream.Collectors;

/** The last decisions on who goes on. Guarded by the lock of its {@link Baton}. */
final class Trace {
  private static final int KEPT = 50;

  private final ArrayDeque<Decision> last = new ArrayDeque<>(KEPT);
  private long number;

  /** Who goes on, after what wait, and among how many who could have. */
  private record Decision(long number, long nanos, String thread, String waited, int among) {
    @Override
    public String toString() {
      return "  #" + number + " at " + Duration.ofNanos(nanos) + ": " + thread + " after " + waited
          + (among > 1 ? ", one of " + among : "");
    }
  }

  void add(long nanos, Strand next, int among) {
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    number++;
    last.add(new Decision(number, nanos, next.name(), String.valueOf(next.waiting()), among));
  }

  /** How many turns there have been. */
  long turns() {
    return number;
  }

  @Override
  public String toString() {
    return last.stream()
        .map(Decision::toString)
        .collect(Collectors.joining("\n", "The last decisions:\n", ""));
  }
}
