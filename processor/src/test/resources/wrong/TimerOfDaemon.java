package app;

import io.lappet.Timer;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.PeriodicTimer;

abstract class Sweeper {
  abstract Timer serveTimer(); //! LAP004 //= abstract Timer sweepTimer();

  @Daemon
  void serve() {}

  @PeriodicTimer(every = "1s")
  void sweep() {}
}
