package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "batches")
  java.util.List<Integer> next() {
    return null;
  }

  @Consumer(from = "batches")
  void bill(java.util.List<Number> batch) {} //! LAP005 //= void bill(java.util.List<? extends Number> batch) {}
}
