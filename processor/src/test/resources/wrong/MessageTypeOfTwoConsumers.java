package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "orders")
  Integer next() {
    return null;
  }

  @Consumer(from = "orders")
  void bill(Integer order) {}

  @Consumer(from = "orders")
  void ship(String order) {} //! LAP005 //= void ship(Number order) {}
}
