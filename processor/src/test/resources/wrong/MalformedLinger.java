package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

class Pipeline {
  @Producer(to = "orders")
  Integer next() {
    return null;
  }

  @Consumer(from = "orders", batch = 10, linger = "5 ms") //! LAP010 //= @Consumer(from = "orders", batch = 10, linger = "5ms")
  void bill(List<Integer> amounts) {}
}
