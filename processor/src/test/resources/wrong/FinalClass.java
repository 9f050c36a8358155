package app;

import io.lappet.*;
import io.lappet.annotation.*;

final class Sweeper { //! LAP015 //= class Sweeper {
  @PeriodicTimer(every = "5s")
  void poll() {}
}
