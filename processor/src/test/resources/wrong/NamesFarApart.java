package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "raw")
  String next() {
    return null;
  }

  @Consumer(from = "lines") //! LAP006 //= @Consumer(from = "raw")
  void ship(String order) {}
}
