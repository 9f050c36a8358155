package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 0 32 * *") //! LAP018 //= cron = "0 0 31 * *")
  void sweep() {}
}
