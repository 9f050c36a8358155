package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "5s", initialDelay = "-1s") //! LAP010 //= @PeriodicTimer(every = "5s", initialDelay = "1s")
  void sweep() {}
}
