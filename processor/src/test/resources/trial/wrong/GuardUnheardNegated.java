package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Valve {
  private boolean closed;

  boolean isClosed() {
    return closed; //! LAP210
  }

  //+ @Synchronized
  void set(boolean now) {
    this.closed = now;
  }

  @Synchronized
  @WaitUntil("!isClosed")
  void flow() throws InterruptedException {}
}
