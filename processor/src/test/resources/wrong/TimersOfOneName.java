package app;

import io.lappet.annotation.PeriodicTimer;

class Sweeper {
  @PeriodicTimer(every = "1h", name = "Sweep")
  @PeriodicTimer(cron = "@daily", name = "Sweep") //= @PeriodicTimer(cron = "@daily", name = "Night")
  void sweep() {} //! LAP011 //= void sweep() {}
}
