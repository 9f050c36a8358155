// run-now lambdas and method references: they run under the lock
package stats;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

public abstract class Histogram {
  private final Map<Integer, Long> buckets = new TreeMap<>();
  private long total;

  abstract Sender<List<Double>> samples();

  @Consumer(from = "samples", concurrency = 3)
  @Synchronized(lock = "buckets")
  void add(List<Double> values) {
    values.stream().map(Double::intValue).forEach(this::count);
  }

  private void count(int bucket) {
    buckets.merge(bucket, 1L, Long::sum);
    total++;
  }

  @PeriodicTimer(every = "1m")
  @Synchronized(lock = "buckets")
  void decay() {
    buckets.replaceAll((bucket, count) -> count / 2);
    buckets.values().removeIf(count -> count == 0);
    total = buckets.values().stream().mapToLong(count -> count).sum();
  }

  @Synchronized(lock = "buckets")
  public List<Integer> top(int n) {
    return buckets.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Integer, Long> entry) -> -entry.getValue()))
        .limit(Math.min(n, total))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }
}
