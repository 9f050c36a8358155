// LAP207
package poll;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sleeps between tries, and everybody else waits as long. */
public abstract class Poller {
  private final List<String> results = new ArrayList<>();

  abstract Fabric fabric();

  @PeriodicTimer(every = "10s")
  @Synchronized // here
  void poll() throws InterruptedException { // here
    for (int attempt = 1; attempt <= 3; attempt++) {
      if (ask(attempt)) {
        return;
      }
      pause(attempt); // here
    }
  }

  private boolean ask(int attempt) {
    results.add("attempt " + attempt);
    return attempt == 3;
  }

  private void pause(int attempt) throws InterruptedException {
    fabric().sleep(Duration.ofMillis(100L * attempt)); // here
  }

  @Synchronized
  public List<String> results() {
    return List.copyOf(results);
  }
}
