package io.lappet.gen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one thread reads, and how often it has entered there. Locks it has left are forgotten. */
final class ReadHolds {
  private static final ThreadLocal<ReadHolds> CURRENT = ThreadLocal.withInitial(ReadHolds::new);

  private @Nullable ReadSide[] sides = new @Nullable ReadSide[2];
  private int[] counts = new int[2];
  private int size;

  /** Those of the calling thread. */
  static ReadHolds current() {
    return CURRENT.get();
  }

  /** How often the thread has entered {@code side}. */
  int count(ReadSide side) {
    int i = indexOf(side);
    return i < 0 ? 0 : counts[i];
  }

  /** Counts another entry if the thread is inside already; says so. */
  boolean addAgain(ReadSide side) {
    int i = indexOf(side);
    if (i < 0) {
      return false;
    }
    counts[i] = Math.incrementExact(counts[i]);
    return true;
  }

  /** Counts the first entry. */
  void addFirst(ReadSide side) {
    if (size == counts.length) {
      sides = Arrays.copyOf(sides, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    sides[size] = side;
    counts[size] = 1;
    size++;
  }

  /** Counts an exit, and returns how many are left; negative if there was none to count. */
  int remove(ReadSide side) {
    int i = indexOf(side);
    if (i < 0) {
      return -1;
    }
    counts[i]--;
    if (counts[i] > 0) {
      return counts[i];
    }
    size--;
    sides[i] = sides[size];
    counts[i] = counts[size];
    sides[size] = null;
    return 0;
  }

  private int indexOf(ReadSide side) {
    for (int i = size - 1; i >= 0; i--) {
      if (sides[i] == side) {
        return i;
      }
    }
    return -1;
  }
}
