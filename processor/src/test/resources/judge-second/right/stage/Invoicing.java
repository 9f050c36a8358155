package stage;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;
import java.util.List;
import java.util.Map;

/** The types of the base fit, with a wider one at the end. */
@Woven
public abstract class Invoicing extends Stage<Invoicing.Order, Invoicing.Invoice> {
  /** What can be printed. */
  public interface Printable {
    List<String> lines();
  }

  public record Order(String id, Map<String, Integer> items) {}

  public record Invoice(String order, long cents) implements Printable {
    @Override
    public List<String> lines() {
      return List.of(order, cents + " cents");
    }
  }

  public abstract Sender<Order> in();

  @Override
  protected Invoice work(Order order) {
    return order.items().isEmpty() ? null : new Invoice(order.id(), order.items().size() * 100L);
  }

  @Consumer(from = "out")
  void print(Printable printable) {
    printable.lines().forEach(System.out::println);
  }
}
