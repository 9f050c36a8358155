package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Lines {
  @OnError(jitter = 2) //! LAP019 //= @OnError(jitter = 1)
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  void take(String line) {}
}
