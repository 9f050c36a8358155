// LAP005
package stage;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;
import java.util.Map;

/** What comes out are invoices, not orders. */
@Woven
public abstract class Pricing extends Stage<Pricing.Order, Pricing.Invoice> { // here
  public record Order(String id, Map<String, Integer> items) {}

  public record Invoice(String order, long cents) {}

  public abstract Sender<Order> in();

  @Override
  protected Invoice work(Order order) {
    int count = order.items().values().stream().mapToInt(Integer::intValue).sum();
    return new Invoice(order.id(), count * 100L);
  }

  @Consumer(from = "out") // here
  void print(Order order) { // here
    System.out.println(order.id());
  }
}
