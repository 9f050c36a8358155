package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 25 * * *") //! LAP018 //= cron = "0 23 * * *")
  void sweep() {}
}
