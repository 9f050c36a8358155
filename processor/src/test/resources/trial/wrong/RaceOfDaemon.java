package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Log {
  private final List<String> lines = new ArrayList<>();

  abstract Fabric fabric();

  @Daemon
  void collect() throws InterruptedException {
    while (true) {
      add("line");
      fabric().sleep(java.time.Duration.ofMillis(10));
    }
  }

  @PeriodicTimer(every = "1s")
  void flush() { //+ }
    lines.clear(); //=
  } //=

  private void add(String line) {
    lines.add(line); //! LAP201
  }
}
