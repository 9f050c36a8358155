package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Family {
  static class Base {
    @PeriodicTimer(every = "1s")
    void tick() {}
  }

  static class Derived extends Base {
    //+ @PeriodicTimer(every = "1s")
    @Override
    void tick() {} //! LAP009

    @Daemon
    void serve() {}
  }
}
