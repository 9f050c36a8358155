package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Jobs {
  @Synchronized(lock = "jobs")
  void first() {}

  @Synchronized(lock = "jobs")
  int run() {
    class Worker { //! LAP205
      @Synchronized //= // Only one thread has it.
      int work() {
        return 1;
      }
    }
    return new Worker().work();
  }
}
