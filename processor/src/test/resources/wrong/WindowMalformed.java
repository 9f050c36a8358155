package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Lines {
  @OnError(window = "a minute") //! LAP010 //= @OnError(window = "1m")
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  void take(String line) {}
}
