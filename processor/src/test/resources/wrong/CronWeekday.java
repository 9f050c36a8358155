package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * MOM") //! LAP018 //= cron = "0 9 * * MON")
  void sweep() {}
}
