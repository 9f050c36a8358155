package app;

import io.lappet.Timer;
import io.lappet.annotation.PeriodicTimer;

abstract class Sweeper {
  abstract Timer sweepsTimer(); //! LAP004 //= abstract Timer sweepTimer();

  @PeriodicTimer(every = "1s")
  void sweep() {}
}
