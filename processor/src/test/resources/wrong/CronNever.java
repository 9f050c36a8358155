package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 0 30 2 *") //! LAP018 //= cron = "0 0 28 2 *")
  void sweep() {}
}
