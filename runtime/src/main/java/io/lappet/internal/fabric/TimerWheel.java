package io.lappet.internal.fabric;

import io.lappet.internal.fabric.TimerQueue.Entry;
import io.lappet.internal.seam.Seam;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries that are not due for a while, roughly sorted: most of them are taken back before their time
 * comes, and so are put in and taken out with a few steps, however many there are. Guarded by the
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
    private final @Nullable Entry[] first = new Entry[SLOTS];
    private final long[] earliest = new long[SLOTS]; // due of all in the slot, or before
    private long occupied; // a bit for each slot
  }

  private static long beatOf(long time) {
    return time >>> BEAT;
  }

  /** Takes it in, unless its beat has come. */
  boolean add(Entry entry) {
    long beat = beatOf(entry.due);
    if (beat <= present) {
      return false;
    }
    int height = (Long.SIZE - 1 - Long.numberOfLeadingZeros(beat ^ present)) / DIGIT;
    int slot = (int) (beat >>> (height * DIGIT)) & (SLOTS - 1);
    Level level = levels[height];
    Entry other = level.first[slot];
    level.first[slot] = entry;
    entry.before = null;
    entry.after = other;
    if (other == null) {
      level.occupied |= 1L << slot;
      level.earliest[slot] = entry.due;
    } else {
      other.before = entry;
      level.earliest[slot] = Math.min(level.earliest[slot], entry.due);
    }
    entry.place = Entry.IN_WHEEL - (height * SLOTS + slot);
    return true;
  }

  /** Whether it is in here. */
  static boolean has(Entry entry) {
    return entry.place <= Entry.IN_WHEEL;
  }

  void remove(Entry entry) {
    Entry before = entry.before;
    Entry after = entry.after;
    if (after != null) {
      after.before = before;
    }
    if (before != null) {
      before.after = after;
    } else {
      int where = Entry.IN_WHEEL - entry.place;
      Level level = levels[where / SLOTS];
      int slot = where % SLOTS;
      level.first[slot] = after;
      if (after == null) {
        level.occupied &= ~(1L << slot);
      }
    }
    leave(entry);
  }

  private static void leave(Entry entry) {
    entry.before = null;
    entry.after = null;
    entry.place = Entry.GONE;
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
  void advance(long now, Consumer<Entry> out) {
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
      Entry entry = level.first[slot];
      level.first[slot] = null;
      level.occupied &= ~(1L << slot);
      while (entry != null) {
        Entry next = entry.after;
        leave(entry);
        if (!add(entry)) {
          out.accept(entry);
        }
        entry = next;
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

  void forEach(Consumer<Entry> action) {
    for (Level level : levels) {
      for (Entry first : level.first) {
        for (Entry entry = first; entry != null; entry = entry.after) {
          action.accept(entry);
        }
      }
    }
  }

  void clear() {
    for (Level level : levels) {
      Arrays.fill(level.first, null);
      level.occupied = 0;
    }
  }
}
