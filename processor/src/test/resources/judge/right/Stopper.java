// volatile flags that are only read and set
package jobs;

import io.lappet.Fabric;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

public abstract class Stopper {
  private final Supplier<String> source;
  private volatile boolean paused;
  private volatile Instant lastSeen = Instant.EPOCH;
  private volatile String latest = "";

  protected Stopper(Supplier<String> source) {
    this.source = source;
  }

  abstract Fabric fabric();

  @Daemon
  void follow() throws InterruptedException {
    while (true) {
      if (!paused) {
        latest = source.get();
        lastSeen = Instant.now();
      }
      fabric().sleep(Duration.ofSeconds(1));
    }
  }

  @PeriodicTimer(every = "1m")
  void watch() {
    if (lastSeen.isBefore(Instant.now().minusSeconds(60))) {
      System.out.println("nothing since " + lastSeen + ", last " + latest);
      paused = true;
    }
  }

  public void resume() {
    paused = false;
  }
}
