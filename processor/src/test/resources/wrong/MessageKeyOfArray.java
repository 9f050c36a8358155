package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "orders")
  int[] next() {
    return null;
  }

  @Consumer(from = "orders", key = "length", concurrency = 4) //! LAP004 //= @Consumer(from = "orders", concurrency = 4)
  void bill(int[] amounts) {}
}
