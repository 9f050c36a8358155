package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  boolean notEmpty() {
    return items > 0;
  }

  @Synchronized(read = true) //= @Synchronized
  @WaitUntil("notEmpty") //! LAP007
  int look() {
    return items;
  }
}
