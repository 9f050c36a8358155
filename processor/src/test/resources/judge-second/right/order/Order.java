package order;

import java.util.ArrayList;
import java.util.List;

/** An order that is filled step by step. */
public class Order {
  private final List<String> items = new ArrayList<>();
  private String status = "new";

  public void add(String item) {
    items.add(item);
  }

  public void setStatus(String status) {
    this.status = status;
  }

  @Override
  public String toString() {
    return status + items;
  }
}
