package press;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A timer writes under the lock what time it is, so the guard is looked at again. */
public abstract class Deadline {
  private final List<String> articles = new ArrayList<>();
  private final Clock clock;
  private final Instant until;
  private Instant now;

  protected Deadline(Clock clock, Instant until) {
    this.clock = clock;
    this.until = until;
    this.now = clock.instant();
  }

  boolean isOver() {
    return now.isAfter(until);
  }

  @PeriodicTimer(every = "1s", daemon = true)
  @Synchronized
  void tick() {
    now = clock.instant();
  }

  @Synchronized
  public void add(String article) {
    articles.add(article);
  }

  @Synchronized
  @WaitUntil("isOver")
  public List<String> print() throws InterruptedException {
    return List.copyOf(articles);
  }
}
