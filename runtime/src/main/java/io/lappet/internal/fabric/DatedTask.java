package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that begins at a time of day.
 *
 * @param <T> the type of the result
 */
final class DatedTask<T> extends TimedTask<T> implements Runnable {
  private final Instant moment;
  private final Runnable clockMoved = this::waitAnew;
  private volatile TimerQueue.@Nullable Entry delay; // it may change, so the task is not its own

  DatedTask(Origin origin, Object body, Instant moment) {
    super(origin, body);
    this.moment = moment;
  }

  private WallClock clock() {
    return origin().venueFabric().wallClock();
  }

  @Override
  void begin(long pause) {
    super.begin(pause());
    clock().watch(clockMoved);
    if (!isDelayed()) {
      clock().forget(clockMoved); // it has begun or ended meanwhile, and perhaps not seen the watch
    }
  }

  private long pause() {
    return Deadlines.nanos(Duration.between(seam().now(), moment));
  }

  @Override
  void waitFor(long pause) {
    TimerQueue.Entry entry = timers().schedule(Deadlines.after(seam(), pause), this);
    if (delay == null) {
      place(entry.place());
    }
    delay = entry;
    if (isDone()) {
      entry.cancel();
    }
  }

  /** Called by the timer queue, as is all that follows. */
  private void waitAnew() {
    if (isDelayed()) {
      takeOutOfQueue();
      waitFor(pause());
    }
  }

  /** The time has come, unless the clock on the wall was put back. */
  @Override
  public void run() {
    if (seam().now().isBefore(moment)) {
      waitAnew();
    } else {
      clock().forget(clockMoved);
      fire();
    }
  }

  @Override
  void ended() {
    super.ended();
    takeOutOfQueue();
    clock().forget(clockMoved);
  }

  private void takeOutOfQueue() {
    TimerQueue.Entry known = delay;
    if (known != null) {
      known.cancel();
    }
  }
}
