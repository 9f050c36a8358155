package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "lines")
  void next() {} //! LAP020 //= String next() { return null; }

  @Consumer(from = "lines")
  void print(String line) {}
}
