package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Log {
  private int total;

  @ChannelSpec(capacity = 4)
  abstract Sender<String> raw();

  @Synchronized(lock = "stats")
  boolean flush() {
    return raw().trySend("flush");
  }

  @Consumer(from = "raw")
  @Synchronized(lock = "stats")
  void aggregate(String line) {
    total++;
  }
}
