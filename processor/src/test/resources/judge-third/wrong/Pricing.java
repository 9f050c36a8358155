// LAP206
package pricing;

import io.lappet.Fabric;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Waits for tasks, each of which needs the lock that is held meanwhile. */
@Woven
public abstract class Pricing {
  private final Map<String, Double> known = new HashMap<>();
  private final ToDoubleFunction<String> market;

  protected Pricing(ToDoubleFunction<String> market) {
    this.market = market;
  }

  abstract Fabric fabric();

  @Synchronized(lock = "known")
  double price(String item) {
    return known.computeIfAbsent(item, market::applyAsDouble);
  }

  @Synchronized(lock = "known")
  public double total(List<String> items) throws InterruptedException { // here
    return fabric().map(items, 4, this::price).stream() // here
        .mapToDouble(Double::doubleValue)
        .sum();
  }
}
