package market;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.math.BigDecimal;
import java.util.Map;

/** A map that cannot change is replaced as a whole by the only writer; readers see old or new. */
public abstract class RateTable {
  public record Rates(Map<String, BigDecimal> byPair) {
    public Rates {
      byPair = Map.copyOf(byPair);
    }
  }

  private volatile Rates current = new Rates(Map.of());

  public abstract Sender<Rates> fresh();

  @Consumer(from = "fresh")
  void replace(Rates rates) {
    if (rates.byPair().isEmpty()) {
      return;
    }
    current = rates;
  }

  @PeriodicTimer(every = "10s")
  void show() {
    Rates rates = current;
    rates.byPair().forEach((pair, rate) -> System.out.println(pair + " " + rate));
  }

  public BigDecimal rate(String pair) {
    return current.byPair().getOrDefault(pair, BigDecimal.ONE);
  }
}
