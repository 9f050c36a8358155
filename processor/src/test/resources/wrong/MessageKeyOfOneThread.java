package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  record Order(String account, int amount) {}

  @Producer(to = "orders")
  Order next() {
    return null;
  }

  @Consumer(from = "orders", key = "account") //! LAP011 //= @Consumer(from = "orders", key = "account", concurrency = 4)
  void bill(Order order) {}
}
