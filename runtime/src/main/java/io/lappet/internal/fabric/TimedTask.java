package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A task that begins later, or has to end in time. It is its own entry in the timer queue, for the
 * time of its beginning: a million of them outstanding is normal.
 *
 * @param <T> the type of the result
 */
class TimedTask<T> extends TaskCore<T> implements TimerQueue.Due {
  private long due; // set before it is in the queue
  private long place; // set by the queue
  private volatile TimerQueue.@Nullable Entry limit;

  TimedTask(Origin origin, Object body) {
    super(origin, body);
    delay();
  }

  /**
   * Lets the time begin: the one that it may take, and the one before it begins.
   *
   * @param pause that one, or {@code Origin.NONE}
   */
  void begin(long pause) {
    Origin origin = origin();
    if (origin.timeout >= 0) {
      limit = timers().schedule(Deadlines.after(seam(), origin.timeout), this::expire);
    }
    if (pause < 0) {
      launch();
    } else {
      waitFor(pause);
    }
  }

  /** Lets it begin after so many nanoseconds. */
  void waitFor(long pause) {
    due = Deadlines.after(seam(), pause);
    timers().add(this);
  }

  final TimerQueue timers() {
    return origin().venueFabric().timers();
  }

  @Override
  public final long due() {
    return due;
  }

  @Override
  public final long place() {
    return place;
  }

  @Override
  public final void place(long given) {
    place = given;
  }

  @Override
  public final boolean isTakenBack() {
    return !isDelayed();
  }

  /** The time of its beginning has come. */
  @Override
  public final void fire() {
    try {
      launch();
    } catch (RuntimeException e) {
      end(null, false, true); // closing, which takes back what has not begun
    }
  }

  private void launch() {
    if (release()) {
      origin().venueOf().accept(this);
      launched();
    }
  }

  private void expire() {
    end(
        new TimeoutException(
            name() + " has taken longer than " + Duration.ofNanos(origin().timeout)),
        true,
        true);
  }

  @Override
  final void tookBack() {
    timers().tookBack();
  }

  @Override
  void ended() {
    TimerQueue.Entry known = limit;
    if (known != null) {
      known.cancel();
    }
  }
}
