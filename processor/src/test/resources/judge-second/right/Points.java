package shop;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A lock by customer over a map that may be used by all. */
public abstract class Points {
  public record Purchase(String customer, long cents) {}

  private final Map<String, Long> points = new ConcurrentHashMap<>();

  public abstract Sender<Purchase> purchases();

  @Consumer(from = "purchases", concurrency = 4)
  @Synchronized(lock = "customer", key = "purchase.customer")
  void credit(Purchase purchase) {
    long before = points.getOrDefault(purchase.customer(), 0L);
    long earned = purchase.cents() / (before > 1000 ? 50 : 100);
    points.put(purchase.customer(), before + earned);
  }

  @Synchronized(lock = "customer", key = "customer")
  public boolean redeem(String customer, long cost) {
    long before = points.getOrDefault(customer, 0L);
    if (before < cost) {
      return false;
    }
    points.put(customer, before - cost);
    return true;
  }
}
