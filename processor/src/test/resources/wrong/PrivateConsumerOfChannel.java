package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  private void print(String line) {} //! LAP002 //= void print(String line) {}
}
