package app;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;

/** Locks by key, read-write locks and fair ones: methods decide together about each. */
abstract class Orders {
  record Order(long id, Customer customer) {}

  static class Customer {
    final String id;

    Customer(String id) {
      this.id = id;
    }
  }

  private final Map<Long, Order> orders = new HashMap<>();
  private int revision;

  abstract ReadWriteLock archive();

  abstract Mutex table();

  @Synchronized(lock = "order", key = "id")
  void open(long id) {}

  @Synchronized(lock = "order", key = "id", timeout = "1s")
  <T extends Comparable<T>> void close(T id) throws InterruptedException {}

  @Synchronized(lock = "order", key = "order.customer.id")
  void bill(Order order) {}

  @Synchronized(key = "key")
  String look(String key, Object... keys) {
    return key;
  }

  @Synchronized(lock = "table", fair = true)
  void add(Order order) {
    orders.put(order.id(), order);
    revision++;
  }

  @Synchronized(lock = "table", read = true)
  int revision() {
    return revision;
  }

  @Synchronized(lock = "table", read = true, timeout = "0s")
  List<Order> all() throws InterruptedException {
    return List.copyOf(orders.values());
  }

  boolean isEmpty() {
    return orders.isEmpty();
  }

  @Synchronized(lock = "table")
  @WaitUntil(value = "isEmpty", timeout = "1s")
  void rename() {}

  @Synchronized(lock = {"table", "archive"})
  void move() {}

  @Synchronized(lock = {"archive", "table"}, read = true)
  int count() {
    return revision;
  }

  @Synchronized(lock = {"table", "other.table"}, read = true)
  boolean isSame(Orders other) {
    return revision == other.revision;
  }

  @Synchronized(lock = {"queue", "other.archive"}, read = true)
  boolean isOlder(Orders other) {
    return revision < other.revision;
  }

  @Synchronized(lock = {"stamp", "other.stamp"}, read = true)
  void compare(Orders other) {}

  @Synchronized(lock = {"stamp", "other.stamp"})
  void exchange(Orders other) {}

  @Synchronized(lock = "queue", fair = true)
  void enqueue() {}

  @Synchronized(lock = "queue")
  void dequeue() {}
}
