package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  record Order(String account, int amount) {}

  @Producer(to = "orders")
  Order next() {
    return null;
  }

  @Consumer(from = "orders", batch = 0) //! LAP019 //= @Consumer(from = "orders", batch = 1)
  void bill(Order order) {}
}
