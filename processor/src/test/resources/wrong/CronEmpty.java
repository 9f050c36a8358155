package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "") //! LAP018 //= cron = "@hourly")
  void sweep() {}
}
