package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "5s")
  void sweep(int count) {} //! LAP020 //= void sweep(Tick tick) {}
}
