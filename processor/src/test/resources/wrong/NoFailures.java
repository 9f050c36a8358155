package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Lines {
  @OnError(maxFailures = 0) //! LAP019 //= @OnError(maxFailures = 1)
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  void take(String line) {}
}
