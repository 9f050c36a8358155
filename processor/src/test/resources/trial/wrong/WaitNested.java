package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  boolean hasItems() {
    return items > 0;
  }

  @Synchronized
  void put() {
    items++;
  }

  @Synchronized
  @WaitUntil("hasItems")
  void take() throws InterruptedException {
    items--;
  }

  @Synchronized //=
  void takeTwo() throws InterruptedException {
    take(); //! LAP222
    take();
  }
}
