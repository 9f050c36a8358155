package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * *",
      zone = "Europe/Berln") //! LAP018 //= zone = "Europe/Berlin")
  void sweep() {}
}
