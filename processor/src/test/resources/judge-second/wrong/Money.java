// LAP015
package bank;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** An enum has no subclass that could lock. */
public enum Money { // here
  EUR,
  USD,
  CHF;

  private final Map<Money, Double> rates = new HashMap<>();

  @Synchronized // here
  public void rate(Money to, double rate) { // here
    rates.put(to, rate);
  }

  public double convert(Money to, double amount) {
    return amount * rates.getOrDefault(to, 1.0);
  }
}
