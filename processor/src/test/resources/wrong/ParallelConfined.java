package app;

import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;

@Woven(confined = true)
abstract class Sweeper {
  @PeriodicTimer(
      every = "1s",
      overlap = Overlap.PARALLEL, //= overlap = Overlap.CANCEL_PREVIOUS)
      concurrency = 2) //! LAP013 //=
  void sweep() {}
}
