package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 L-31 * *") //! LAP018 //= cron = "0 9 L-30 * *")
  void sweep() {}
}
