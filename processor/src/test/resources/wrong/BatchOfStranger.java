package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

class Pipeline {
  @Producer(to = "orders")
  Integer next() {
    return null;
  }

  @Consumer(from = "orders", batch = 100)
  void bill(List<String> lines) {} //! LAP005 //= void bill(List<Integer> amounts) {}
}
