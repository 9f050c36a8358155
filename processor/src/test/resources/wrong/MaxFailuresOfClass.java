package app;

import io.lappet.*;
import io.lappet.annotation.*;

@OnError(maxFailures = 3) //! LAP011 //= @OnError(maxFailures = 3, then = OnError.Then.RESTART)
class Lines {
  @PeriodicTimer(every = "1s")
  void tick() {}

  @OnError
  @Daemon
  void run() {}
}
