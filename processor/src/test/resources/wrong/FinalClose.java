package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Server implements AutoCloseable {
  @Daemon
  void serve() {}

  @Override
  public final void close() {} //! LAP002 //= public void close() {}
}
