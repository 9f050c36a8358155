package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  abstract Sender<String> lines();

  @Consumer(from = "lines")
  void print() {} //! LAP020 //= void print(String line) {}
}
