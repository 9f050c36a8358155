package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "lines")
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  @OnError(deadLetter = "daed") //! LAP004 //= @OnError(deadLetter = "dead")
  void print(String line) {}

  @Consumer(from = "dead")
  void bury(DeadLetter<String> letter) {}
}
