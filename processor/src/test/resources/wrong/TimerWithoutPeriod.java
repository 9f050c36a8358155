package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer //! LAP011 //= @PeriodicTimer(every = "5s")
  void sweep() {}
}
