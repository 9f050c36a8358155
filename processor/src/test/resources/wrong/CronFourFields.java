package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * *") //! LAP018 //= cron = "0 9 * * *")
  void sweep() {}
}
