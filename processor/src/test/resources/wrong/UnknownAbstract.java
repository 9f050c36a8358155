package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Sweeper {
  @PeriodicTimer(every = "5s")
  void poll() {}

  abstract String name(); //! LAP003 //= abstract Fabric name();
}
