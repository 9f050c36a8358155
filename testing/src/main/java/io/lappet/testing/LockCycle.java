package io.lappet.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Finds strands that wait in a circle for each other's locks. Used while no strand runs. */
final class LockCycle {
  private final Collection<Strand> strands;

  private LockCycle(Collection<Strand> strands) {
    this.strands = strands;
  }

  /**
   * The strands of one circle, each waiting for the next, which are not all {@code told}; empty if
   * there is none.
   */
  static List<Strand> among(Collection<Strand> strands, Set<Strand> told) {
    LockCycle search = new LockCycle(strands);
    for (Strand start : strands) {
      List<Strand> cycle = search.from(start);
      if (!told.containsAll(cycle)) {
        return cycle;
      }
    }
    return List.of();
  }

  private List<Strand> from(Strand start) {
    List<Strand> path = new ArrayList<>();
    Optional<Strand> next = Optional.of(start);
    while (next.isPresent() && !path.contains(next.get())) {
      path.add(next.get());
      next = next.flatMap(this::waitsFor);
    }
    return next.isPresent() ? path.subList(path.indexOf(next.get()), path.size()) : List.of();
  }

  /** Who holds the lock that {@code strand} cannot go on without. */
  private Optional<Strand> waitsFor(Strand strand) {
    return Optional.ofNullable(strand.waiting()).flatMap(Wait::blockedOn).flatMap(this::holder);
  }

  private Optional<Strand> holder(ReentrantLock lock) {
    return strands.stream().filter(strand -> strand.holds(lock)).findFirst();
  }
}
