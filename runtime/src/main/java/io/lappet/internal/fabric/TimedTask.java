package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A task that begins later, or has to end in time. As something to run it is what happens when the
 * time of its beginning has come.
 *
 * @param <T> the type of the result
 */
class TimedTask<T> extends TaskCore<T> implements Runnable {
  private static final VarHandle STAGE;

  static {
    try {
      STAGE = MethodHandles.lookup().findVarHandle(TimedTask.class, "stage", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final int WAITING = 0;
  private static final int LAUNCHED = 1; // its venue has it, or is about to get it
  private static final int TAKEN_BACK = 2;

  private volatile int stage; // WAITING at first; changed through STAGE
  private volatile TimerQueue.@Nullable Entry delay;
  private volatile TimerQueue.@Nullable Entry limit;

  TimedTask(Origin origin, Object body) {
    // Tasks that wait are known by the order in which they were made.
    super(new Home.Named(origin, origin.nextNumber()), body);
  }

  /**
   * Lets the time begin: the one that it may take, and the one before it begins.
   *
   * @param pause that one, or {@code Origin.NONE}
   */
  void begin(long pause) {
    Origin origin = origin();
    TimerQueue timers = origin.venueFabric().timers();
    if (origin.timeout >= 0) {
      limit = timers.schedule(Deadlines.after(seam(), origin.timeout), this::expire);
    }
    if (pause < 0) {
      launch();
    } else {
      waitFor(pause);
    }
  }

  private void waitFor(long pause) {
    TimerQueue timers = origin().venueFabric().timers();
    TimerQueue.Entry entry = timers.schedule(Deadlines.after(seam(), pause), this);
    delay = entry;
    if (isDone()) {
      entry.cancel();
    }
  }

  /** Waits anew, as long as it has not begun. Called by the timer queue. */
  final void waitAnew(long pause) {
    if (isDelayed()) {
      cancel(delay);
      waitFor(pause);
    }
  }

  /** The time of its beginning has come. Called by the timer queue. */
  @Override
  public void run() {
    try {
      launch();
    } catch (RuntimeException e) {
      end(null, false, true); // closing, which takes back what has not begun
    }
  }

  private void launch() {
    if (STAGE.compareAndSet(this, WAITING, LAUNCHED)) {
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

  /** Whether it waits for the time of its beginning. */
  final boolean isDelayed() {
    return isPending() && stage == WAITING;
  }

  @Override
  boolean mayBegin() {
    return stage == LAUNCHED;
  }

  @Override
  void withdrawn() {
    if (!STAGE.compareAndSet(this, WAITING, TAKEN_BACK)) {
      super.withdrawn();
    }
  }

  @Override
  void ended() {
    cancel(delay);
    cancel(limit);
  }

  private static void cancel(TimerQueue.@Nullable Entry entry) {
    if (entry != null) {
      entry.cancel();
    }
  }
}
