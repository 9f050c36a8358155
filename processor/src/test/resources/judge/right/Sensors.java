// a view that is changed, and keys that are looked at, under the lock of all others
package sensors;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

public abstract class Sensors {
  record Reading(String sensor, double value) {}

  private final Map<String, Deque<Double>> windows = new HashMap<>();
  private final Set<String> known = Set.of("door", "roof");

  abstract Sender<Reading> readings();

  @Consumer(from = "readings", concurrency = 2)
  void read(Reading reading) {
    if (known.contains(reading.sensor())) {
      append(reading);
    }
  }

  @Synchronized
  void append(Reading reading) {
    windows.computeIfAbsent(reading.sensor(), name -> new ArrayDeque<>()).add(reading.value());
  }

  @PeriodicTimer(every = "10s")
  @Synchronized
  void trim() {
    windows.values().forEach(Sensors::halve);
    windows.values().removeIf(Deque::isEmpty);
    windows.keySet().retainAll(known);
  }

  private static void halve(Deque<Double> window) {
    for (int left = window.size() / 2; left > 0; left--) {
      window.removeFirst();
    }
  }

  @Synchronized
  public Set<String> names() {
    return new TreeSet<>(windows.keySet());
  }
}
