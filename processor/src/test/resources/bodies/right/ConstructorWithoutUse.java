package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class LogPipeline {
  private int taken;
  private final Runnable later;

  abstract Channel<String> raw();

  @Async
  abstract void startAsync();

  LogPipeline() {
    count();
    later = () -> startAsync();
  }

  @Synchronized
  void count() {
    taken++;
  }

  void start() {
    later.run();
    raw().close();
  }

  @Consumer(from = "raw")
  void take(String line) {
    count();
  }
}
