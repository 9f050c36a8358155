package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Lines {
  @OnError(jitter = 0.0 / 0) //! LAP019 //= @OnError(jitter = 0.2)
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  void take(String line) {}
}
