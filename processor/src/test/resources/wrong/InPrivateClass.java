package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Outer {
  private static class Middle { //= static class Middle {
    static class Sweeper { //! LAP015
      @PeriodicTimer(every = "5s")
      void poll() {}
    }
  }
}
