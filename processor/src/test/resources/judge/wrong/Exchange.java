// LAP202
package exchange;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** The second lock is taken by a lambda that an own method runs at once, and by a method reference. */
public abstract class Exchange {
  private final Map<String, Long> bids = new HashMap<>();
  private final Map<String, Long> asks = new HashMap<>();

  @Synchronized(lock = "bids") // here
  public long bid(String symbol, long cents) { // here
    bids.put(symbol, cents);
    return adjusted(cents, price -> ask(symbol) + price); // here
  }

  private long adjusted(long cents, LongUnaryOperator by) {
    return cents < 0 ? 0 : by.applyAsLong(cents); // here
  }

  @Synchronized(lock = "asks") // here
  public long ask(String symbol) { // here
    return asks.getOrDefault(symbol, Long.MAX_VALUE);
  }

  @Synchronized(lock = "bids") // here
  long best(String symbol) { // here
    return bids.getOrDefault(symbol, 0L);
  }

  @Synchronized(lock = "asks") // here
  public long cross() { // here
    return asks.keySet().stream().mapToLong(this::best).sum(); // here
  }
}
