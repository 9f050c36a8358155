package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Lines {
  private int seen;

  @Producer(to = "raw")
  @Synchronized(lock = "lines") //= // Sends without the lock.
  void push(Sender<String> out) throws InterruptedException {
    out.send("line"); //! LAP206
  }

  @Consumer(from = "raw")
  @Synchronized(lock = "lines")
  void take(String line) {
    seen++;
  }

  @Synchronized(lock = "lines")
  int seen() {
    return seen;
  }
}
