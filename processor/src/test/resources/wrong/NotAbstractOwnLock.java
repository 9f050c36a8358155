package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Counter { //= abstract class Counter {
  private int count;

  @PeriodicTimer(every = "1s")
  void report() {}

  @Synchronized
  int next() { //! LAP001
    return ++count;
  }
}
