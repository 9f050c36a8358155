package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 0 9 * * MON 2030") //! LAP018 //= cron = "0 0 9 * * MON")
  void sweep() {}
}
