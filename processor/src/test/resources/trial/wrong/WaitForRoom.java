package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Log {
  private int total;

  @ChannelSpec(capacity = 4)
  abstract Sender<String> raw();

  @Synchronized(lock = "stats") //=
  void flush() throws InterruptedException {
    raw().send("flush"); //! LAP206
  }

  @Consumer(from = "raw")
  @Synchronized(lock = "stats")
  void aggregate(String line) {
    total++;
  }

  @Synchronized(lock = "stats")
  int total() {
    return total;
  }
}
