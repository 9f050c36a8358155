package io.lappet.internal.fabric;

import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.time.Instant;

/**
 * A task that begins at a time of day.
 *
 * @param <T> the type of the result
 */
final class DatedTask<T> extends TimedTask<T> {
  private final Instant moment;
  private final Runnable clockMoved = this::waitAnew;

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

  private void waitAnew() {
    waitAnew(pause());
  }

  /** The time has come, unless the clock on the wall was put back. */
  @Override
  public void run() {
    if (seam().now().isBefore(moment)) {
      waitAnew();
    } else {
      clock().forget(clockMoved);
      super.run();
    }
  }

  @Override
  void ended() {
    super.ended();
    clock().forget(clockMoved);
  }
}
