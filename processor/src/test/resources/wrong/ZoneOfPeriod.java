package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1d",
      zone = "UTC") //! LAP011 //= daemon = true)
  void sweep() {}
}
