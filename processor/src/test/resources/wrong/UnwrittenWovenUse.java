package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  static final String NAME = new WovenSweeper(Fabric.create()).toString();

  static WovenSweeper make(Fabric fabric) {
    return new WovenSweeper(fabric);
  }

  @PeriodicTimer(every = "often") //! LAP010 //= @PeriodicTimer(every = "1h")
  void sweep() {}
}
