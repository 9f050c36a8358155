package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Server {
  @Daemon
  @OnError(then = OnError.Then.CONTINUE) //! LAP011 //= @OnError(then = OnError.Then.RESTART)
  void serve() {}
}
