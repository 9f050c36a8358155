package app;

import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1s",
      fixedDelay = true,
      overlap = Overlap.QUEUE_ONE) //! LAP011 //= timeout = "1h")
  void sweep() {}
}
