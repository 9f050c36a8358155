package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  private int opened;

  abstract Gate ready();

  @WaitUntil("ready")
  @Synchronized(lock = "book")
  void waitReady() throws InterruptedException {
    opened++;
  }

  @Synchronized(lock = "book")
  void open() {
    opened++;
    ready().open();
  }
}
