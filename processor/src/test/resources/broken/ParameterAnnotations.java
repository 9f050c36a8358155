package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  abstract Sender<String> lines();

  @Synchronized
  void wrongPlace(@Woven String line) {}

  @Synchronized
  void valueMissing(@SuppressWarnings String line) {}

  @Consumer(from = "lines")
  @Synchronized
  void twice(@Deprecated @Deprecated String line) {}
}
