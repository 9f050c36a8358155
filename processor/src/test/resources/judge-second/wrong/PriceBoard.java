// LAP201
package market;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The board is changed under "board" and cut under "history". */
public abstract class PriceBoard {
  public record Quote(String symbol, BigDecimal price) {}

  private final TreeMap<String, BigDecimal> last = new TreeMap<>(); // here
  private final List<Quote> history = new ArrayList<>();

  public abstract Sender<Quote> quotes();

  @Consumer(from = "quotes")
  @Synchronized(lock = "board")
  void show(Quote quote) { // here
    last.put(quote.symbol(), quote.price()); // here
  }

  @Synchronized(lock = "board")
  public BigDecimal price(String symbol) {
    return last.getOrDefault(symbol, BigDecimal.ZERO);
  }

  @Synchronized(lock = "history")
  public void remember(Quote quote) {
    history.add(quote);
  }

  @PeriodicTimer(every = "1h")
  @Synchronized(lock = "history")
  void forget() { // here
    history.removeIf(quote -> quote.price().signum() == 0);
    if (last.size() > 10_000) { // here
      last.pollFirstEntry(); // here
    }
  }
}
