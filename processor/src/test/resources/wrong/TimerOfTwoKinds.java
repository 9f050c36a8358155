package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      every = "5s",
      cron = "0 9 * * *") //! LAP011 //= initialDelay = "0s")
  void sweep() {}
}
