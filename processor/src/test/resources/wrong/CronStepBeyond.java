package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "*/90 * * * *") //! LAP018 //= cron = "*/30 * * * *")
  void sweep() {}
}
