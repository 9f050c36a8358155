// LAP201
package market;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A cache in a plain map that every task fills. */
public abstract class ExchangeRates {
  private final Function<String, BigDecimal> bank;
  private final Map<String, BigDecimal> cache = new HashMap<>(); // here

  protected ExchangeRates(Function<String, BigDecimal> bank) {
    this.bank = bank;
  }

  BigDecimal rate(String from, String to) { // here
    String pair = from + "/" + to;
    return cache.computeIfAbsent(pair, this::ask); // here
  }

  private BigDecimal ask(String pair) {
    return bank.apply(pair);
  }

  @Async
  public abstract Task<BigDecimal> rateAsync(String from, String to);
}
