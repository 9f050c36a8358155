package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Family {
  static class Base {
    @PeriodicTimer(every = "soon") //! LAP010 //= @PeriodicTimer(every = "1s")
    void tick() {}
  }

  static class Derived extends Base {
    @Daemon
    void serve() {}
  }
}
