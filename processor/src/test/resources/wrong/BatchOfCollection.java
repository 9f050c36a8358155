package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

class Pipeline {
  record Order(String account, int amount) {}

  @Producer(to = "orders")
  Order next() {
    return null;
  }

  @Consumer(from = "orders", batch = 100)
  void bill(java.util.Collection<Order> orders) {} //! LAP020 //= void bill(List<Order> orders) {}
}
