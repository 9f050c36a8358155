package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Latch {
  private int left = 3;

  boolean isDone() {
    return left <= 0;
  }

  @Synchronized
  void arrive() {
    count(1);
  }

  @Synchronized
  void arriveTwice() {
    count(2);
  }

  private void count(int by) {
    left -= by;
  }

  @Synchronized
  @WaitUntil("isDone")
  void await() throws InterruptedException {}
}
