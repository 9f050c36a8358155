package tariffs;

import io.lappet.Fabric;
import io.lappet.TaskGroup;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Tasks take the lock while nobody holds it; the sum is kept under it when they have ended. */
@Woven
public abstract class Tariffs {
  private final Map<String, Double> known = new HashMap<>();
  private final ToDoubleFunction<String> market;

  protected Tariffs(ToDoubleFunction<String> market) {
    this.market = market;
  }

  abstract Fabric fabric();

  @Synchronized(lock = "known")
  double price(String item) {
    return known.computeIfAbsent(item, market::applyAsDouble);
  }

  public double total(List<String> items) throws InterruptedException {
    double sum = fabric().map(items, 4, this::price).stream().mapToDouble(it -> it).sum();
    return keep("total", sum);
  }

  public void warm(List<String> items) throws Exception {
    try (TaskGroup group = fabric().group()) {
      items.forEach(item -> group.fork(() -> price(item)));
      group.join();
    }
  }

  @Synchronized(lock = "known")
  double keep(String name, double value) {
    known.put(name, value);
    return value;
  }
}
