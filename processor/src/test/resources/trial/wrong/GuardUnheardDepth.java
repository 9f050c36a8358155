package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Gauge {
  private boolean drained;

  @ChannelSpec(capacity = 8)
  abstract Channel<String> lines();

  boolean isDrained() {
    return lines().depth() == 0; //! LAP210 //= return drained;
  }

  @Synchronized
  @WaitUntil("isDrained")
  void rest() throws InterruptedException {}

  @Synchronized
  void drained(boolean now) {
    drained = now;
  }
}
