package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1s",
      timeout = "0s") //! LAP010 //= timeout = "500ms")
  void sweep() {}
}
