package io.lappet.internal.seam;

import java.util.ArrayList;
import java.util.List;

/**
 * What one thread holds, in the order in which it was taken. Nobody says when a lock is given back:
 * those that are no longer held are dropped when the thread takes the next one.
 */
final class HeldLocks {
  /** One of them. */
  record Held(Holdable lock, boolean reads) {
    Object identity() {
      return lock.identity();
    }
  }

  private static final int NONE = Integer.MAX_VALUE;

  private final List<Held> held = new ArrayList<>(4);
  private int together = NONE; // where the locks begin that are being taken together

  void dropGivenBack() {
    for (int i = held.size() - 1; i >= 0; i--) {
      if (!held.get(i).lock.isHeldByCaller()) {
        held.remove(i);
      }
    }
  }

  /** Whether {@code lock} is held already, so that taking it is no step in any order. */
  boolean has(Holdable lock) {
    return indexOf(lock) >= 0;
  }

  /** Those that were taken before {@code lock} and not together with it. */
  List<Held> before(Holdable lock) {
    return held.subList(0, Math.min(together, held.size()));
  }

  /** Those that were taken after {@code lock}. */
  List<Held> after(Holdable lock) {
    return held.subList(indexOf(lock) + 1, held.size());
  }

  void add(Holdable lock, boolean reads) {
    int present = indexOf(lock);
    if (present < 0) {
      held.add(new Held(lock, reads));
    } else if (reads) {
      // A writer that reads as well: from now on the one that knows of both.
      held.set(present, new Held(lock, held.get(present).reads));
    }
  }

  void beginTogether() {
    together = held.size();
  }

  void endTogether() {
    together = NONE;
  }

  private int indexOf(Holdable lock) {
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i).identity().equals(lock.identity())) {
        return i;
      }
    }
    return -1;
  }
}
