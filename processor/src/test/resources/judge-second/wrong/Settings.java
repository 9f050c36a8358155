// LAP002
package ops;

import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;

/** Nobody but the class itself could call this constructor. */
public abstract class Settings {
  private static final class Parts {
    private Duration age = Duration.ZERO;
  }

  private final Parts parts;

  Settings(Parts parts) { // here
    this.parts = parts;
  }

  @PeriodicTimer(every = "1m")
  void age() {
    parts.age = parts.age.plusMinutes(1);
  }
}
