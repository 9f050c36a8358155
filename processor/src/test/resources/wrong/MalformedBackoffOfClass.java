package app;

import io.lappet.*;
import io.lappet.annotation.*;

@OnError(backoff = "soon") //! LAP010 //= @OnError(backoff = "1s")
class Sweeper {
  @PeriodicTimer(every = "5s")
  void sweep() {}

  @Daemon
  void serve() {}
}
