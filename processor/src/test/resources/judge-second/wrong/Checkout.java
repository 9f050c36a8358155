// LAP206
package shop;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** Waits until all orders are booked, with the lock that booking needs. */
public abstract class Checkout {
  public record Order(String item, int count) {}

  private final Map<String, Integer> sold = new HashMap<>();

  abstract Channel<Order> orders();

  public void buy(String item) throws InterruptedException {
    orders().send(new Order(item, 1));
  }

  @Consumer(from = "orders")
  @Synchronized(lock = "sold")
  void book(Order order) { // here
    sold.merge(order.item(), order.count(), Integer::sum);
  }

  @Synchronized(lock = "sold")
  public Map<String, Integer> closeOfDay() throws InterruptedException { // here
    orders().awaitIdle(); // here
    Map<String, Integer> result = Map.copyOf(sold);
    sold.clear();
    return result;
  }
}
