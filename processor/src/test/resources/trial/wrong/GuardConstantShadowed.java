package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Start {
  private boolean ready;

  boolean isReady() { //! LAP211
    return ready;
  }

  @Synchronized
  void prepare(boolean ready) {
    ready = !ready; //= this.ready = !ready;
  }

  @Synchronized
  @WaitUntil("isReady")
  void go() throws InterruptedException {}
}
