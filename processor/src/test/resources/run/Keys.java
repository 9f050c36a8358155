package app;

import io.lappet.WaitTimeoutException;
import io.lappet.annotation.Synchronized;

/** Equal keys exclude each other, others do not; a key is a path. */
public class Keys {
  record Order(Customer customer) {}

  record Customer(String id) {}

  abstract static class Orders {
    @Synchronized(lock = "order", key = "id")
    void whileOpen(long id, Runnable during) {
      during.run();
    }

    @Synchronized(lock = "order", key = "id", timeout = "0s")
    boolean open(Long id) {
      return true;
    }

    @Synchronized(lock = "customer", key = "order.customer.id")
    void whileBilling(Order order, Runnable during) {
      during.run();
    }

    @Synchronized(lock = "customer", key = "id", timeout = "0s")
    boolean bill(String id) {
      return true;
    }
  }

  public static void main(String[] arguments) {
    Orders orders = new WovenKeys_Orders();
    orders.whileOpen(7, () -> {
      check(!elsewhere(() -> orders.open(7L)), "an equal key is excluded");
      check(elsewhere(() -> orders.open(8L)), "another key is not");
      check(orders.open(7L), "the same thread enters again");
    });
    check(elsewhere(() -> orders.open(7L)), "the key is free again");
    orders.whileBilling(new Order(new Customer("a")), () -> {
      check(!elsewhere(() -> orders.bill("a")), "the path leads to the key");
      check(elsewhere(() -> orders.bill("b")), "others are free");
    });
    boolean refused = false;
    try {
      orders.whileBilling(null, () -> {});
    } catch (NullPointerException e) {
      refused = true;
    }
    check(refused, "no key, no call");
  }

  private static boolean elsewhere(Runnable call) {
    boolean[] entered = {false};
    Thread other = new Thread(() -> {
      try {
        call.run();
        entered[0] = true;
      } catch (WaitTimeoutException e) {
        check(e.getMessage().contains("Orders."), e.getMessage());
      }
    });
    other.start();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return entered[0];
  }

  private static void check(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
