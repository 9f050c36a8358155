package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "orders")
  Integer next() {
    return null;
  }

  @Consumer(from = "orders")
  void bill(String order) {} //! LAP005 //= void bill(Integer order) {}
}
