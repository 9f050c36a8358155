package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "orders")
  String next() {
    return null;
  }

  @PeriodicTimer(every = "1m", to = "order") //! LAP017 //= @PeriodicTimer(every = "1m", to = "orders")
  String again() {
    return null;
  }

  @Consumer(from = "orders")
  void ship(String order) {}
}
