package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Lines {
  @OnError(window = "1m") //! LAP011 //= @OnError(window = "1m", then = OnError.Then.RESTART)
  @PeriodicTimer(every = "1s")
  void tick() {}
}
