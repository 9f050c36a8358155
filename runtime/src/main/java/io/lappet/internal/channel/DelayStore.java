package io.lappet.internal.channel;

import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * Earliest first, and none before it is due.
 *
 * <p>When a message is due it says itself. It is asked when it is sent, by its sender, and once more
 * when the time has come that it said then: its clock may not be ours.
 *
 * @param <T> the type of the messages
 */
final class DelayStore<T> extends SortedStore<T> {
  private final Seam seam;

  DelayStore(Seam seam) {
    super(Store::compareDelays);
    this.seam = seam;
  }

  /** A message, and when it is due by our clock. */
  static final class DelayedEntry<T> extends Entry<T> {
    private long due;
    private boolean isDue;

    DelayedEntry(T message, Seam seam) {
      super(message);
      postpone(((Delayed) message).getDelay(TimeUnit.NANOSECONDS), seam);
    }

    /** Its clock is read before ours, so that it is not given out too early. */
    private void postpone(long delay, Seam seam) {
      due = Deadlines.after(seam, delay);
    }

    /** Whether it is due; once it was it remains so. */
    private boolean isDue(Seam seam) {
      if (!isDue && seam.nanos() >= due) {
        long left = left();
        isDue = left <= 0;
        if (!isDue) {
          postpone(left, seam);
        }
      }
      return isDue;
    }

    private long left() {
      try {
        return ((Delayed) message).getDelay(TimeUnit.NANOSECONDS);
      } catch (RuntimeException e) {
        return 0; // it did say when it was sent; whoever waits now has no part in this
      }
    }
  }

  private DelayedEntry<T> earliest() {
    return (DelayedEntry<T>) lowest();
  }

  @Override
  boolean hasNext() {
    return super.hasNext() && earliest().isDue(seam);
  }

  @Override
  boolean keepsTime() {
    return true;
  }

  @Override
  long dueAt() {
    return super.hasNext() ? earliest().due : Seam.NEVER;
  }
}
