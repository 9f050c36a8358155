package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Daemon
  @PeriodicTimer(every = "5s") //! LAP011 //=
  void run() {}
}
