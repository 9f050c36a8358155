package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.io.File;

abstract class Marker {
  private final String name = "done";
  private int looks;

  boolean isThere() {
    return new File(name).exists();
  }

  @Synchronized
  @WaitUntil("isThere")
  void await() throws InterruptedException {}

  @PeriodicTimer(every = "1s")
  @Synchronized
  void look() {
    looks++;
  }
}
