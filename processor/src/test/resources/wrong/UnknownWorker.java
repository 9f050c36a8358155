package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Sweeper {
  @PeriodicTimer(every = "5s")
  void poll() {}

  abstract Worker polWorker(); //! LAP004 //= abstract Worker pollWorker();
}
