package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "5s")
  private void poll() {} //! LAP002 //= void poll() {}
}
