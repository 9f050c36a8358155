package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(every = "1h")
  @PeriodicTimer(every = "1 d") //= @PeriodicTimer(every = "1d")
  void sweep() {} //! LAP010 //= void sweep() {}
}
