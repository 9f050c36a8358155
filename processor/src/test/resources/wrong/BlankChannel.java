package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  @Producer(to = "") //! LAP004 //= @Producer(to = "orders")
  String next() {
    return null;
  }

  @Consumer(from = "orders")
  void ship(String order) {}
}
