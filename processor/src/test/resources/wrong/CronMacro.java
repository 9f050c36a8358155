package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "@dayly") //! LAP018 //= cron = "@daily")
  void sweep() {}
}
