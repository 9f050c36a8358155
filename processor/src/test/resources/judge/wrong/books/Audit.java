package books;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.List;

/** The ledger first, then orders: the other way round. */
@Woven(uses = Books.class)
public abstract class Audit {
  private final OrderService orders;
  private final Billing billing;

  protected Audit(OrderService orders, Billing billing) {
    this.orders = orders;
    this.billing = billing;
  }

  @Synchronized(lock = "ledger") // here
  public String report() { // here
    return billing.total() + " booked, " + summary(); // here
  }

  private String summary() {
    List<String> open = orders.open(); // here
    return open.size() + " open";
  }
}
