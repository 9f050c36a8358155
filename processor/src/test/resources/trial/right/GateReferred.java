package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Light {
  abstract Gate green();

  abstract Fabric fabric();

  @WaitUntil("green")
  void cross() throws InterruptedException {}

  void later() {
    Runnable open = green()::open;
    fabric().after(java.time.Duration.ofSeconds(1), "open", open::run);
  }
}
