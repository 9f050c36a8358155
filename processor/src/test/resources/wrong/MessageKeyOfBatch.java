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

  @Consumer(from = "orders", key = "account", batch = 10, concurrency = 4) //! LAP011 //= @Consumer(from = "orders", batch = 10, concurrency = 4)
  void bill(List<Order> orders) {}
}
