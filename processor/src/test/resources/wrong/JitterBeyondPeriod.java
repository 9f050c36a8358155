package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1s",
      jitter = "2s") //! LAP011 //= jitter = "500ms")
  void sweep() {}
}
