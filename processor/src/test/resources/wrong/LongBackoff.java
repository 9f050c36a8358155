package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Server {
  @Daemon
  @OnError(backoff = "1m") //! LAP011 //= @OnError(backoff = "1m", maxBackoff = "1h")
  void serve() {}
}
