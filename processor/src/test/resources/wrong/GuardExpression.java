package app;

import io.lappet.annotation.*;

abstract class Line {
  private int waiting;

  boolean hasRoom() {
    return waiting < 10;
  }

  @Synchronized
  @WaitUntil("waiting < 10") //! LAP007 //= @WaitUntil("hasRoom")
  void join() throws InterruptedException {
    waiting++;
  }
}
