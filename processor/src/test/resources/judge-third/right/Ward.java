package ward;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.EnumMap;
import java.util.Map;

/** As the clinic, with one lock for both; each of them has one in its helper only. */
final class Ward {
  private Ward() {}

  enum Level {
    LOW,
    HIGH
  }

  record Visit(String name, int pulse) {}

  abstract static class Triage {
    private final Map<Level, Integer> seen = new EnumMap<>(Level.class);

    abstract Sender<Visit> visits();

    @Consumer(from = "visits", concurrency = 2)
    void see(Visit visit) {
      Level level = switch (visit.pulse()) {
        case 60, 70, 80 -> Level.LOW;
        default -> Level.HIGH;
      };
      count(level);
    }

    @Synchronized
    void count(Level level) {
      seen.compute(level, (at, old) -> old == null ? 1 : old + 1);
    }

    @PeriodicTimer(every = "10s")
    @Synchronized
    void report() {
      seen.forEach((level, count) -> System.out.println(level + " " + count));
    }
  }
}
