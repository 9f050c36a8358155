package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Server {
  @Daemon
  @OnError(retries = -1) //! LAP019 //= @OnError(retries = 0)
  void serve() {}
}
