package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "5 sec") //! LAP010 //= @PeriodicTimer(every = "5s")
  void sweep() {}
}
