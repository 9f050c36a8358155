package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "5s")
  int sweep() { //! LAP020 //= void sweep() {
    return 0; //=
  }
}
