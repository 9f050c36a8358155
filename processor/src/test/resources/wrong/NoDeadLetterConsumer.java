package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  @OnError(deadLetter = "graveyard") //! LAP004 //= @OnError(retries = 1)
  void print(String line) {}
}
