package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 * * *",
      zone = "tokyo") //! LAP018 //= zone = "Asia/Tokyo")
  void sweep() {}
}
