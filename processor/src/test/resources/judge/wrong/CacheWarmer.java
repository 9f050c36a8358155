// LAP020
package cache;

import io.lappet.annotation.PeriodicTimer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A timer has nobody to give it the region. */
public class CacheWarmer {
  private final Map<String, List<String>> regions = new ConcurrentHashMap<>();

  @PeriodicTimer(every = "5m") // here
  void warm(String region) { // here
    regions.computeIfAbsent(region, CacheWarmer::load);
  }

  private static List<String> load(String region) {
    return List.of(region + "-1", region + "-2");
  }

  public List<String> of(String region) {
    return regions.getOrDefault(region, List.of());
  }
}
