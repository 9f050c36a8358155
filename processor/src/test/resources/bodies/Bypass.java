package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

class Sweeper {
  private int sweeps;

  @PeriodicTimer(every = "1s")
  void sweep() {
    sweeps++;
  }

  static Sweeper make(Fabric fabric) {
    return new Sweeper(); //! LAP203 //= return new WovenSweeper(fabric);
  }
}
