package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * *",
      jitter = "10 minutes") //! LAP010 //= jitter = "10m")
  void sweep() {}
}
