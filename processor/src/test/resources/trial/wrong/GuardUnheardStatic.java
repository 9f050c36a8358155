package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Switch {
  static boolean on; //= boolean on;

  boolean isOn() {
    return on; //! LAP210
  }

  @Synchronized
  void turnOn() {
    on = true;
  }

  @Synchronized
  @WaitUntil("isOn")
  void use() throws InterruptedException {}
}
