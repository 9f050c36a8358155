package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Outer {
  private static class Sweeper { //! LAP015 //= static class Sweeper {
    @PeriodicTimer(every = "5s")
    void poll() {}
  }
}
