package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Sweeper {
  @PeriodicTimer(every = "5s")
  abstract void poll(); //! LAP002 //= void poll() {}
}
