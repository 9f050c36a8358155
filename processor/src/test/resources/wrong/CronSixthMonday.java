package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * MON#6") //! LAP018 //= cron = "0 9 * * MONL")
  void sweep() {}
}
