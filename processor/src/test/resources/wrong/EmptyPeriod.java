package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "") //! LAP010 //= @PeriodicTimer(every = "1ns")
  void sweep() {}
}
