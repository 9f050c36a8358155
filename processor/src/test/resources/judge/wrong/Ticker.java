// LAP201
package stocks;

import io.lappet.Fabric;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;

/** volatile makes it visible, and ++ is still three steps. */
public abstract class Ticker {
  private volatile int version; // here
  private volatile double price;

  abstract Fabric fabric();

  @Daemon
  void follow() throws InterruptedException {
    while (true) {
      price = Math.random() * 100;
      version++; // here
      fabric().sleep(Duration.ofMillis(50));
    }
  }

  @PeriodicTimer(every = "1m")
  void reset() {
    price = 0;
    version++; // here
  }

  public String snapshot() {
    return version + ": " + price;
  }
}
