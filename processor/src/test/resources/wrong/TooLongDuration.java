package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "9223372036854775807d") //! LAP010 //= @PeriodicTimer(every = "9223372036854775807s")
  void sweep() {}
}
