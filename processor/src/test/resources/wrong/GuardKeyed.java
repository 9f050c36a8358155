package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  boolean notEmpty() {
    return items > 0;
  }

  @Synchronized(key = "id") //= @Synchronized
  @WaitUntil("notEmpty") //! LAP007
  void take(String id) {
    items--;
  }
}
