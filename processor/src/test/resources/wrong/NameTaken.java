package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper { //! LAP011
  @PeriodicTimer(every = "1h")
  void sweep() {}
}

class WovenSweeper {} //= class WoolSweeper {}
