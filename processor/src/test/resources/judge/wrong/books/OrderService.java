package books;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Orders first, then the ledger. */
@Woven(uses = Books.class)
public abstract class OrderService {
  private final List<String> open = new ArrayList<>();
  private final Billing billing;

  protected OrderService(Billing billing) {
    this.billing = billing;
  }

  @Synchronized(lock = "orders") // here
  public void place(String order, long cents) { // here
    open.add(order);
    charge(order, cents); // here
  }

  private void charge(String order, long cents) {
    billing.book("order " + order, cents); // here
  }

  @Synchronized(lock = "orders") // here
  public List<String> open() {
    return List.copyOf(open);
  }
}
