package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  record Order(String account) {
  }

  @Producer(to = "orders")
  Order next() {
    return null;
  }

  @Consumer(from = "orders", key = "acount", concurrency = 4) //! LAP004 //= @Consumer(from = "orders", key = "account", concurrency = 4)
  void bill(Order order) {}
}
