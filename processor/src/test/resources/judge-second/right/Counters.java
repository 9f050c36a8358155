package loop;

import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.Map;

/** A consumer, two timers and a twin share plain fields: the loop runs them one at a time. */
@Woven(confined = true)
public abstract class Counters {
  private final Map<String, Integer> counts = new HashMap<>();
  private int minutes;

  public abstract Sender<String> names();

  @Consumer(from = "names")
  void count(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  @PeriodicTimer(every = "1m")
  void tick() {
    minutes++;
    counts.values().removeIf(count -> count < minutes);
  }

  @PeriodicTimer(every = "1h")
  void reset() {
    minutes = 0;
  }

  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  @Async
  public abstract Task<Map<String, Integer>> countsAsync();
}
