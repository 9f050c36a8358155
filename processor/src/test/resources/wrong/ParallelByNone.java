package app;

import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1s",
      overlap = Overlap.PARALLEL,
      concurrency = 0) //! LAP019 //= concurrency = 2)
  void sweep() {}
}
