package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "orders")
  String next() {
    return null;
  }

  @Consumer(from = "ordres") //! LAP006 //= @Consumer(from = "orders")
  void ship(String order) {}
}
