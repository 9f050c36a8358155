package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  abstract Sender<String> lines();

  @Consumer(from = "lines")
  <T> void print(T line) {} //! LAP016 //= void print(Object line) {}
}
