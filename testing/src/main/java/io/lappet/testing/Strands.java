package io.lappet.testing;

import static io.lappet.internal.seam.Seam.NEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The strands of one {@link Baton}, in the order in which they were added. Guarded by its lock. */
final class Strands {
  private final Map<Thread, Strand> all = new LinkedHashMap<>();
  private long filed;

  Strand add(Thread thread, boolean started) {
    Strand strand = new Strand(thread, started);
    all.put(thread, strand);
    return strand;
  }

  void remove(Thread thread) {
    all.remove(thread);
  }

  @Nullable
  Strand of(Thread thread) {
    return all.get(thread);
  }

  List<Strand> all() {
    return List.copyOf(all.values());
  }

  void file(Strand strand, Wait wait) {
    strand.file(wait, ++filed);
  }

  /** Those whose wait is over; first who has waited longest. */
  List<Strand> candidates(long now) {
    List<Strand> candidates = new ArrayList<>();
    for (Strand strand : all.values()) {
      if (couldGoOn(strand, now)) {
        candidates.add(strand);
      }
    }
    if (candidates.size() > 1) {
      candidates.sort(Comparator.comparingLong(Strand::filed));
    }
    return candidates;
  }

  private boolean couldGoOn(Strand strand, long now) {
    Wait wait = strand.waiting();
    return wait != null
        && wait.isOver(strand.isInterrupted(), now)
        && !(wait instanceof Wait.ForLock forLock
            && forLock.isOnlyFree(strand.isInterrupted(), now)
            && isAwaitedBefore(forLock.lock(), strand.filed()));
  }

  /** Whether a strand waits for {@code lock} that began before {@code filed}, and has to be first. */
  boolean isAwaitedBefore(ReentrantLock lock, long filed) {
    return lock.isFair()
        && all.values().stream()
            .anyMatch(other -> other.filed() < filed
                && other.waiting() instanceof Wait.ForLock forLock
                && forLock.lock() == lock);
  }

  /** Those who cannot go on without a lock that somebody has. */
  List<Strand> blocked() {
    List<Strand> blocked = new ArrayList<>();
    for (Strand strand : all.values()) {
      Wait wait = strand.waiting();
      if (wait != null && wait.blockedOn().isPresent()) {
        blocked.add(strand);
      }
    }
    return blocked;
  }

  /** The next instant after {@code now} at which a wait ends, or {@code NEVER}. */
  long nextDeadline(long now) {
    long next = NEVER;
    for (Strand strand : all.values()) {
      Wait wait = strand.waiting();
      if (wait != null && wait.deadline() > now) {
        next = Math.min(next, wait.deadline());
      }
    }
    return next;
  }

  /**
   * Puts those whose waits end after {@code before}, and at {@code now} at the latest, behind all
   * others: in the order in which they end, and those that end together in the one in which they
   * were added.
   */
  void becomeDue(long before, long now) {
    List<Strand> due = new ArrayList<>();
    for (Strand strand : all.values()) {
      Wait wait = strand.waiting();
      if (wait != null && wait.deadline() > before && wait.deadline() <= now) {
        due.add(strand);
      }
    }
    due.sort(Comparator.comparingLong(Strands::deadline));
    due.forEach(this::fileAgain);
  }

  private static long deadline(Strand strand) {
    return Objects.requireNonNull(strand.waiting()).deadline();
  }

  /** Puts it behind all others. */
  void fileAgain(Strand strand) {
    strand.fileAgain(++filed);
  }
}
