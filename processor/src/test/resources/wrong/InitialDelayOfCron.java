package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * *",
      initialDelay = "0s") //! LAP011 //= daemon = true)
  void sweep() {}
}
