package beats;

import io.lappet.annotation.PeriodicTimer;

/** A thing that is looked at each second. */
public interface Heartbeat {
  @PeriodicTimer(every = "1s")
  default void beat() {
    onBeat(System.nanoTime());
  }

  void onBeat(long nanos);
}
