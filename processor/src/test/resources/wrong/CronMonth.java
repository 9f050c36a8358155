package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(
      cron = "0 9 1 JANUARY *") //! LAP018 //= cron = "0 9 1 JAN *")
  void sweep() {}
}
