package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Latch {
  private int left = 3;

  boolean isDone() {
    return left <= 0; //! LAP210
  }

  //+ @Synchronized
  void arrive() {
    count();
  }

  private void count() {
    left = left - 1;
  }

  @Synchronized
  @WaitUntil("isDone")
  void await() throws InterruptedException {}
}
