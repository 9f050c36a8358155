package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Server {
  @Daemon
  void serve(String address) {} //! LAP020 //= void serve(Worker self) {}
}
