// LAP201
package evict;

import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** The timer changes the map through a view of it, without the lock. */
public abstract class Evictor {
  private final Map<String, Long> lastUse = new HashMap<>(); // here

  @Synchronized
  void touch(String key) {
    lastUse.put(key, System.nanoTime()); // here
  }

  @Async
  public abstract void touchAsync(String key);

  @PeriodicTimer(every = "1m")
  void evict() {
    long limit = System.nanoTime() - 60_000_000_000L;
    lastUse.values().removeIf(at -> at < limit); // here
  }
}
