package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "0s") //! LAP010 //= @PeriodicTimer(every = "1ms", initialDelay = "0s")
  void sweep() {}
}
