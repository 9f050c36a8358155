package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Stats {
  private int seen;

  @ChannelSpec(capacity = 4)
  abstract Channel<String> raw();

  @Synchronized(lock = "stats") //= // Sends without the lock.
  void flush() throws InterruptedException {
    raw().send("flushed"); //! LAP206
  }

  @Consumer(from = "raw")
  void aggregate(String line) {
    count();
  }

  @Synchronized(lock = "stats")
  void count() {
    seen++;
  }

  @Synchronized(lock = "stats")
  int seen() {
    return seen;
  }
}
