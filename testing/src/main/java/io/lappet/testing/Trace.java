package io.lappet.testing;

import io.lappet.internal.seam.NamedLock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last decisions on who goes on, to be told as a story. Guarded by the lock of its {@link
 * Baton}.
 */
final class Trace {
  private static final int KEPT = 50;

  private final ArrayDeque<Decision> last = new ArrayDeque<>(KEPT);
  private long number;

  /**
   * One decision.
   *
   * @param from who ran up to then
   * @param stopped what that one waits for; null if it has ended
   * @param holder who has the lock that it waits for
   * @param next who goes on
   * @param waited what that one waited for
   * @param candidates who could have gone on
   */
  private record Decision(
      long number,
      long nanos,
      Strand from,
      @Nullable Wait stopped,
      @Nullable Thread holder,
      Strand next,
      @Nullable Wait waited,
      List<Strand> candidates) {
    @Override
    public String toString() {
      return "  #" + number + " at " + Duration.ofNanos(nanos) + ": " + stop() + "; " + next.name()
          + " " + (waited == null ? "goes on" : waited.goesOn()) + rather();
    }

    private String stop() {
      if (stopped == null) {
        return from.name() + " ends";
      }
      return from.name() + " " + stopped.stops()
          + (holder == null ? "" : ", held by " + holder.getName());
    }

    /** Who could have gone on as well. */
    private String rather() {
      String others = candidates.stream()
          .filter(other -> other != next)
          .map(Strand::name)
          .collect(Collectors.joining(", "));
      return others.isEmpty() ? "" : ", rather than " + others;
    }
  }

  /** Adds a decision between {@code candidates}; {@code from} has filed its wait, or has ended. */
  void add(long nanos, Strand from, Strand next, List<Strand> candidates) {
    number++;
    if (from == next && next.waiting() instanceof Wait.ForTurn) {
      return; // it just goes on
    }
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    Wait stopped = from.waiting();
    last.add(new Decision(
        number, nanos, from, stopped, holder(stopped), next, next.waiting(), candidates));
  }

  private static @Nullable Thread holder(@Nullable Wait wait) {
    ReentrantLock lock = wait == null ? null : wait.lock();
    return lock instanceof NamedLock named ? named.holder() : null;
  }

  /** How many turns there have been. */
  long turns() {
    return number;
  }

  /** Who has taken part in the last decisions. */
  List<Strand> actors() {
    return last.stream()
        .flatMap(decision -> Stream.of(decision.from, decision.next))
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return last.stream()
        .map(Decision::toString)
        .collect(Collectors.joining("\n", "The last decisions:\n", ""));
  }
}
