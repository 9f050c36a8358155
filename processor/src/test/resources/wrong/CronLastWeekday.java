package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * L") //! LAP018 //= cron = "0 9 * * FRIL")
  void sweep() {}
}
