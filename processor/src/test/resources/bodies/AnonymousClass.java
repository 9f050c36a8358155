package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Jobs {
  @Synchronized(lock = "jobs")
  void first() {}

  @Synchronized(lock = "jobs")
  Object run() {
    return new Object() { //! LAP205
      @Synchronized //= // Not shared.
      @Override
      public String toString() {
        return "";
      }
    };
  }
}
