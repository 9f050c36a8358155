// LAP021
// -proc:none
package clock;

import io.lappet.annotation.PeriodicTimer;
import java.time.Clock;
import java.time.Instant;

/** Nobody ran the processor, so it stands still. */
public class Sundial { // here
  private final Clock clock;
  private volatile Instant shown = Instant.EPOCH;

  public Sundial(Clock clock) {
    this.clock = clock;
  }

  @PeriodicTimer(every = "1s") // here
  void turn() { // here
    shown = clock.instant();
  }

  public Instant shown() {
    return shown;
  }
}
