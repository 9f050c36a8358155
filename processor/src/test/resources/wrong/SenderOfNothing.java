package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "lines")
  void push(Sender<?> out) {} //! LAP016 //= void push(Sender<String> out) {}

  @Consumer(from = "lines")
  void print(String line) {}
}
