package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 *,5 * *") //! LAP018 //= cron = "0 9 5 * *")
  void sweep() {}
}
