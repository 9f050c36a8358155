package app;

import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1s",
      concurrency = 2) //! LAP011 //= overlap = Overlap.QUEUE_ONE)
  void sweep() {}
}
