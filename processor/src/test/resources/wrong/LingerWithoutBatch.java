package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "orders")
  Integer next() {
    return null;
  }

  @Consumer(from = "orders", linger = "5ms") //! LAP011 //= @Consumer(from = "orders")
  void bill(Integer amount) {}
}
