package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Start {
  private boolean ready;

  boolean isReady() { //! LAP211
    return ready;
  }

  @Synchronized
  void prepare() {
    String name = "prepared"; //+ ready = true;
    System.out.println(name);
  }

  @Synchronized
  @WaitUntil("isReady")
  void go() throws InterruptedException {}
}
