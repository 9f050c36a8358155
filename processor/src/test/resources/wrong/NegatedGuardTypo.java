package app;

import io.lappet.annotation.*;

abstract class Line {
  private int waiting;

  boolean isFull() {
    return waiting == 10;
  }

  @Synchronized
  @WaitUntil("!isFul") //! LAP007 //= @WaitUntil("!isFull")
  void join() throws InterruptedException {
    waiting++;
  }
}
