// LAP210
package press;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time goes by without anybody leaving the lock. */
public abstract class Embargo {
  private final List<String> releases = new ArrayList<>();
  private final Clock clock;
  private Instant until;

  protected Embargo(Clock clock, Instant until) {
    this.clock = clock;
    this.until = until;
  }

  boolean isOver() { // here
    return !releases.isEmpty() && clock.instant().isAfter(until); // here
  }

  @Synchronized
  public void add(String release) {
    releases.add(release);
  }

  @Synchronized
  public void extend(Instant longer) {
    until = longer;
  }

  @Synchronized
  @WaitUntil("isOver") // here
  public List<String> publish() throws InterruptedException { // here
    return List.copyOf(releases);
  }
}
