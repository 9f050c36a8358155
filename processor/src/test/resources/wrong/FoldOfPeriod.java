package app;

import io.lappet.annotation.Fold;
import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "1d",
      fold = Fold.BOTH) //! LAP011 //= jitter = "1h")
  void sweep() {}
}
