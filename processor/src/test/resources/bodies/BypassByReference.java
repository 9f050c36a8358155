package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.function.Supplier;

class Sweeper {
  private int sweeps;

  @PeriodicTimer(every = "1s")
  void sweep() {
    sweeps++;
  }

  static Supplier<Sweeper> make(Fabric fabric) {
    return Sweeper::new; //! LAP203 //= return () -> new WovenSweeper(fabric);
  }
}
