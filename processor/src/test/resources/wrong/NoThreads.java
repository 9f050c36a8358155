package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Server {
  @Daemon(concurrency = 0) //! LAP019 //= @Daemon(concurrency = 1)
  void serve() {}
}
