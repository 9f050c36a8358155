package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Lines {
  @OnError(then = OnError.Then.STOP, maxFailures = 3) //! LAP011 //= @OnError(then = OnError.Then.RESTART, maxFailures = 3)
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  void take(String line) {}
}
