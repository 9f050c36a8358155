// LAP012
// -Alappet.strict=true
package shop;

import io.lappet.annotation.Synchronized;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** One of three methods misspells the lock. */
public abstract class CartTotals {
  private final Map<String, BigDecimal> totals = new HashMap<>();

  @Synchronized(lock = "totals")
  public void add(String cart, BigDecimal price) {
    totals.merge(cart, price, BigDecimal::add);
  }

  @Synchronized(lock = "totals")
  public void drop(String cart) {
    totals.remove(cart);
  }

  @Synchronized(lock = "total") // here
  public BigDecimal of(String cart) {
    return totals.getOrDefault(cart, BigDecimal.ZERO);
  }
}
