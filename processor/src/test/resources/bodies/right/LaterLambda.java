package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Events {
  private final List<Runnable> waiting = new ArrayList<>();
  private int count;

  @Synchronized(lock = "waiting")
  void register() {
    waiting.add(() -> count());
  }

  @Synchronized(lock = "count")
  void count() {
    count++;
  }

  @Synchronized(lock = "count")
  void flush() {
    register();
  }

  @Synchronized(lock = "waiting")
  int now() {
    return count;
  }
}
