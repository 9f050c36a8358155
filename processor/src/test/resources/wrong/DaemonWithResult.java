package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Server {
  @Daemon
  int serve() { //! LAP020 //= void serve() {
    return 0; //=
  }
}
