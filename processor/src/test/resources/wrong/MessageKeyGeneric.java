package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  record Order(String account) {
    <K> K amount() { return null; }
  }

  @Producer(to = "orders")
  Order next() {
    return null;
  }

  @Consumer(from = "orders", key = "amount", concurrency = 4) //! LAP004 //= @Consumer(from = "orders", key = "account", concurrency = 4)
  void bill(Order order) {}
}
