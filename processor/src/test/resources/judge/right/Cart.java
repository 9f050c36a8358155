// what is sent is taken out of the field first; what is reassigned is not touched
package cart;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

public abstract class Cart {
  record Order(String customer, List<String> items) {
    Order {
      items = List.copyOf(items);
    }
  }

  private List<String> items = new ArrayList<>();

  abstract Sender<Order> orders();

  abstract Sender<List<String>> lists();

  @Synchronized
  public void add(String item) {
    items.add(item);
  }

  @Synchronized
  Order close(String customer) {
    Order order = new Order(customer, items);
    items.clear();
    return order;
  }

  @Synchronized
  List<String> swap() {
    List<String> old = items;
    items = new ArrayList<>();
    return old;
  }

  public String order(String customer) throws InterruptedException {
    Order order = close(customer);
    orders().send(order);
    List<String> old = swap();
    old.add("the end");
    lists().send(old);
    old = new ArrayList<>();
    old.add("another");
    return order.customer() + old;
  }

  @Consumer(from = "orders")
  void ship(Order order) {
    System.out.println(order.items());
  }

  @Consumer(from = "lists")
  void print(List<String> list) {
    list.add("printed");
  }
}
