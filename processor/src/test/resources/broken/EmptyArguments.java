package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  abstract Channel<> lines();

  @Consumer(from = "lines")
  void take(String line) {}
}
