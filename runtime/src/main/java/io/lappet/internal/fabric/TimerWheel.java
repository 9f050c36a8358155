package io.lappet.internal.fabric;

import io.lappet.internal.fabric.TimerQueue.Due;
import io.lappet.internal.seam.Seam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Entries that are not due for a while, roughly sorted: an entry is put in with a few steps, however
 * many there are, and one that is taken back before its time comes is never sorted. Guarded by the
 * lock of the queue.
 */
final class TimerWheel {
  /*
   * Time is counted in beats of a millisecond. A beat is a number of LEVELS digits; an entry lies on
   * the level of the highest digit in which its beat differs from the present one, in the slot of
   * that digit of its own. All entries lie after the present beat. So those on a lower level, and
   * among them those in a lower slot, are due first; and while time passes a slot comes to be the
   * present one, and what lies in it moves to lower levels, at last out.
   */
  private static final int BEAT = 20; // bits of nanoseconds
  private static final int DIGIT = 6; // bits of beats
  private static final int SLOTS = 1 << DIGIT;
  private static final int LEVELS = (Long.SIZE - 1 - BEAT + DIGIT - 1) / DIGIT;

  private final Level[] levels = new Level[LEVELS];
  private long present; // in beats

  TimerWheel() {
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = new Level();
    }
  }

  private static final class Level {
    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
    private final @Nullable List<Due>[] entries = new List[SLOTS]; // null if there are none

    private final long[] earliest = new long[SLOTS]; // due of all in the slot, or before
    private long occupied; // a bit for each slot

    void add(int slot, Due entry) {
      List<Due> others = entries[slot];
      if (others == null) {
        others = new ArrayList<>();
        entries[slot] = others;
        occupied |= 1L << slot;
        earliest[slot] = entry.due();
      }
      others.add(entry);
      earliest[slot] = Math.min(earliest[slot], entry.due());
    }

    List<Due> takeAll(int slot) {
      List<Due> all = Objects.requireNonNull(entries[slot]);
      entries[slot] = null;
      occupied &= ~(1L << slot);
      return all;
    }
  }

  private static long beatOf(long time) {
    return time >>> BEAT;
  }

  /** Takes it in, unless its beat has come. */
  boolean add(Due entry) {
    long beat = beatOf(entry.due());
    if (beat <= present) {
      return false;
    }
    int height = (Long.SIZE - 1 - Long.numberOfLeadingZeros(beat ^ present)) / DIGIT;
    levels[height].add((int) (beat >>> (height * DIGIT)) & (SLOTS - 1), entry);
    return true;
  }

  /** The time before which none is due. */
  long earliest() {
    for (Level level : levels) {
      if (level.occupied != 0) {
        return level.earliest[Long.numberOfTrailingZeros(level.occupied)];
      }
    }
    return Seam.NEVER;
  }

  /** Lets time pass until {@code now}, and puts out the entries whose beat has come. */
  void advance(long now, Consumer<Due> out) {
    long beat = beatOf(now);
    if (beat <= present) {
      return;
    }
    for (int height = lowest(); height < LEVELS; height = lowest()) {
      Level level = levels[height];
      int slot = Long.numberOfTrailingZeros(level.occupied);
      long start = startOf(height, slot);
      if (start > beat) {
        break;
      }
      present = start;
      for (Due entry : level.takeAll(slot)) {
        if (!add(entry)) {
          out.accept(entry);
        }
      }
    }
    present = beat; // before all slots that are occupied, so that they stay right
  }

  /** The lowest level that is occupied; {@code LEVELS} if none is. */
  private int lowest() {
    int height = 0;
    while (height < LEVELS && levels[height].occupied == 0) {
      height++;
    }
    return height;
  }

  /** The first beat of a slot. */
  private long startOf(int height, int slot) {
    long below = (1L << ((height + 1) * DIGIT)) - 1;
    return (present & ~below) | ((long) slot << (height * DIGIT));
  }

  void forEach(Consumer<Due> action) {
    for (Level level : levels) {
      for (List<Due> entries : level.entries) {
        if (entries != null) {
          entries.forEach(action);
        }
      }
    }
  }

  int size() {
    int size = 0;
    for (Level level : levels) {
      for (List<Due> entries : level.entries) {
        size += entries == null ? 0 : entries.size();
      }
    }
    return size;
  }

  void removeIf(Predicate<Due> isGone) {
    for (Level level : levels) {
      for (int slot = 0; slot < SLOTS; slot++) {
        List<Due> entries = level.entries[slot];
        if (entries != null && entries.removeIf(isGone) && entries.isEmpty()) {
          level.takeAll(slot);
        }
      }
    }
  }

  void clear() {
    removeIf(entry -> true);
  }
}
