package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * *",
      fixedDelay = true) //! LAP011 //= zone = "UTC")
  void sweep() {}
}
