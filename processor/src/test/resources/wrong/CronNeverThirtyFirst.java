package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 0 31 4,6,9,11 *") //! LAP018 //= cron = "0 0 L 4,6,9,11 *")
  void sweep() {}
}
