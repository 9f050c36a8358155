// LAP201
package shop;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** A lock by customer does not guard the map that holds all customers. */
public abstract class LoyaltyPoints {
  public record Purchase(String customer, long cents) {}

  private final Map<String, Long> points = new HashMap<>(); // here

  public abstract Sender<Purchase> purchases();

  @Consumer(from = "purchases", concurrency = 4)
  @Synchronized(lock = "customer", key = "purchase.customer")
  void credit(Purchase purchase) { // here
    long earned = purchase.cents() / 100;
    points.merge(purchase.customer(), earned, Long::sum); // here
  }

  @Synchronized(lock = "customer", key = "customer")
  public long points(String customer) {
    return points.getOrDefault(customer, 0L);
  }
}
