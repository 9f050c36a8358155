// LAP207
package house;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.time.Duration;

/** Lets the valve settle while it holds the lock of the temperature. */
public abstract class Thermostat {
  private enum Mode {
    OFF,
    ECO,
    COMFORT
  }

  private Mode mode = Mode.ECO;
  private double target = 20;

  abstract Fabric fabric();

  @PeriodicTimer(every = "1m")
  @Synchronized(lock = "temperature")
  void adjust() throws InterruptedException { // here
    Duration settle = switch (mode) {
      case OFF -> Duration.ZERO;
      case ECO -> Duration.ofSeconds(5);
      case COMFORT -> Duration.ofSeconds(1);
    };
    valve(settle, 3); // here
  }

  private void valve(Duration settle, int steps) throws InterruptedException {
    if (steps == 0) {
      return;
    }
    fabric().sleep(settle); // here
    valve(settle, steps - 1);
  }

  @Synchronized(lock = "temperature")
  public void set(double wanted) {
    target = wanted;
    mode = target > 21 ? Mode.COMFORT : Mode.ECO;
  }
}
