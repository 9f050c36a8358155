package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "@reboot") //! LAP018 //= cron = "@hourly")
  void sweep() {}
}
