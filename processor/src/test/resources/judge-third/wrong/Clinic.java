// LAP201
package clinic;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.util.EnumMap;
import java.util.Map;

/** A component that stands in another class: the timer sums up what the consumer counts. */
final class Clinic {
  private Clinic() {}

  enum Level {
    LOW,
    HIGH,
    UNKNOWN
  }

  record Visit(String name, int pulse) {}

  abstract static class Triage {
    private final Map<Level, Integer> seen = new EnumMap<>(Level.class); // here

    abstract Sender<Visit> visits();

    @Consumer(from = "visits")
    void see(Visit visit) {
      Level level = switch (visit.pulse()) {
        case 0 -> Level.UNKNOWN;
        case 60, 70, 80 -> Level.LOW;
        default -> {
          System.out.println("look at " + visit.name());
          yield Level.HIGH;
        }
      };
      seen.merge(level, 1, Integer::sum); // here
    }

    @PeriodicTimer(every = "10s")
    void report() {
      int all = seen.values().stream().mapToInt(Integer::intValue).sum(); // here
      System.out.println(all + " visits");
    }
  }
}
