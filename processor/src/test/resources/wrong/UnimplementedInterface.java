package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Hub implements Runnable { //! LAP003 //= abstract class Hub {
  @PeriodicTimer(every = "5s")
  void poll() {}
}
