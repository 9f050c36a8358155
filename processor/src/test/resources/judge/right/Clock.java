// a guard that others hear of: a gate, a twin with a delay, a timer that takes the lock
package clock;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

public abstract class Clock {
  private final List<String> rung = new ArrayList<>();
  private final int limit;
  private long now;

  protected Clock(int limit) {
    this.limit = limit;
  }

  boolean struck(long at) {
    return now >= at;
  }

  boolean quiet() {
    return rung.size() < limit;
  }

  @PeriodicTimer(every = "1s")
  @Synchronized
  void tick() {
    now++;
    if (now % 3600 == 0) {
      rung.clear();
    }
  }

  @Synchronized
  @WaitUntil("struck")
  public long sleepUntil(long at) throws InterruptedException {
    return now - at;
  }

  @Synchronized
  @WaitUntil("quiet")
  public void ring(String who) throws InterruptedException {
    rung.add(who);
  }
}
