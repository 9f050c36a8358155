package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  @Limit(permits = 1) //=
  boolean notEmpty() {
    return items > 0;
  }

  @Synchronized
  @WaitUntil("notEmpty") //! LAP007
  void take() {
    items--;
  }
}
