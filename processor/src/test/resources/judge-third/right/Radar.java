package radar;

import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Runs overlap, and use what is made for that; another one does not overlap, and counts alone. */
public abstract class Radar {
  private final Map<String, LongAdder> echoes = new ConcurrentHashMap<>();
  private int rounds;

  @PeriodicTimer(every = "50ms", overlap = Overlap.PARALLEL, concurrency = 4)
  void ping() {
    String at = Thread.currentThread().getName();
    echoes.computeIfAbsent(at, name -> new LongAdder()).increment();
  }

  @PeriodicTimer(every = "1s", overlap = Overlap.QUEUE_ONE)
  @PeriodicTimer(cron = "0 3 * * *", zone = "UTC")
  void sweep() {
    rounds++;
    if (rounds % 60 == 0) {
      echoes.values().removeIf(it -> it.sum() == 0);
    }
  }
}
