// LAP202
package stock;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Two locks of one object, in two orders; one of them inside a lambda that runs at once. */
public abstract class Inventory {
  private final Map<String, Integer> amounts = new HashMap<>();
  private final TreeMap<String, Long> prices = new TreeMap<>();

  @Synchronized(lock = "amounts") // here
  public void add(String article, int amount) { // here
    amounts.merge(article, amount, Integer::sum);
  }

  @Synchronized(lock = "amounts") // here
  public long value() { // here
    long sum = 0;
    for (Map.Entry<String, Integer> entry : amounts.entrySet()) {
      sum += priceOf(entry.getKey()) * entry.getValue(); // here
    }
    return sum;
  }

  @Synchronized(lock = "prices") // here
  public long priceOf(String article) { // here
    return prices.getOrDefault(article, 0L);
  }

  @Synchronized(lock = "prices") // here
  public void load(Map<String, Long> list) { // here
    list.forEach(
        (article, cents) -> {
          if (prices.put(article, cents) == null) {
            add(article, 0); // here
          }
        });
  }
}
