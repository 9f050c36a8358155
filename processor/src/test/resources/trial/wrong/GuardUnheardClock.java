package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Throttle {
  private long next;

  boolean isTime() {
    return System.nanoTime() >= next; //! LAP210 //= return next == 0;
  }

  @Synchronized
  @WaitUntil("isTime")
  void pass() throws InterruptedException {
    next++;
  }

  @Synchronized
  void reset() {
    next = 0;
  }
}
