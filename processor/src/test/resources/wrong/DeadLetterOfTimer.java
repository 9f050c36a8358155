package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Sweeper {
  @PeriodicTimer(every = "5s")
  @OnError(deadLetter = "dead") //! LAP011 //= @OnError(retries = 3)
  void sweep() {}
}
