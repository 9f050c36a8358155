package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * *",
      zone = "local time") //! LAP018 //= daemon = true)
  void sweep() {}
}
