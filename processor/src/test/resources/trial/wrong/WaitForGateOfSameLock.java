package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  private int opened;

  abstract Gate ready();

  @Synchronized(lock = "book") //=
  void waitReady() throws InterruptedException {
    ready().await(); //! LAP206
  }

  @Synchronized(lock = "book")
  void open() {
    opened++;
    ready().open();
  }

  @Synchronized(lock = "book")
  int opened() {
    return opened;
  }
}
