// LAP103
package inn;

import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;

/** Cooks keep a stove while they wait for an order, so those with orders get no stove. */
public abstract class Kitchen {
  private final ArrayDeque<String> orders = new ArrayDeque<>();

  @Limit(permits = 2)
  abstract Permits stoves();

  boolean hasOrder() {
    return !orders.isEmpty();
  }

  @Synchronized
  public void order(String dish) {
    orders.addLast(dish);
  }

  @Limit("stoves") // here
  @Synchronized
  @WaitUntil("hasOrder") // here
  public String cook() throws InterruptedException { // here
    return orders.removeFirst() + " is ready";
  }

  @Limit("stoves")
  public String tea() {
    return "tea";
  }
}
