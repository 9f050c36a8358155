package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

class Pipeline {
  @Producer(to = "orders")
  Integer next() {
    return null;
  }

  @Consumer(from = "orders") //= @Consumer(from = "orders", batch = 100)
  void bill(List<Integer> amounts) {} //! LAP005
}
