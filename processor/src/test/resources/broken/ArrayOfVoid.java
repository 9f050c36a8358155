package app;

import io.lappet.annotation.*;

abstract class Start {
  private boolean ready;

  boolean isReady() {
    return ready;
  }

  @Synchronized
  void prepare() {
    ready = true;
  }

  @Synchronized
  @WaitUntil("isReady")
  void[] go() throws InterruptedException {}
}
