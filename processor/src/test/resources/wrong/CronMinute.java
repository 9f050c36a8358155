package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "60 * * * *") //! LAP018 //= cron = "0 * * * *")
  void sweep() {}
}
