package app;

import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1s",
      overlap = Overlap.PARALLEL) //! LAP011 //= overlap = Overlap.PARALLEL, concurrency = 2)
  void sweep() {}
}
