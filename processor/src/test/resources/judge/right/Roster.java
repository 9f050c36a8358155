// the constructor uses fields and guarded methods without any lock: nobody else has the object yet
package team;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public abstract class Roster {
  private final Map<String, Integer> shifts = new HashMap<>();
  private int changes;

  {
    enrol("nobody");
  }

  protected Roster(List<String> names) {
    for (String name : names) {
      enrol(name);
      shifts.put(name, 1);
    }
    changes = 0;
  }

  abstract Sender<String> calls();

  @Synchronized
  void enrol(String name) {
    shifts.putIfAbsent(name, 0);
    changes++;
  }

  @Consumer(from = "calls")
  @Synchronized
  void call(String name) {
    shifts.computeIfPresent(name, (who, count) -> count + 1);
    changes++;
  }

  @PeriodicTimer(every = "24h")
  @Synchronized
  void reset() {
    shifts.replaceAll((name, count) -> 0);
  }
}
