package order;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import java.util.List;

/** The order is touched after sending only where it was not sent. */
public abstract class OrderOffice {
  abstract Channel<Order> orders();

  public void submit(List<String> items, boolean express) throws InterruptedException {
    Order order = new Order();
    items.forEach(order::add);
    if (express) {
      order.setStatus("express");
      orders().send(order);
      return;
    }
    if (!orders().trySend(order)) {
      order.setStatus("waiting");
      orders().send(order);
    }
  }

  @Consumer(from = "orders")
  void pack(Order order) {
    order.setStatus("packed");
    System.out.println("packing " + order);
  }
}
