package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  @Synchronized //=
  boolean notEmpty() {
    return items > 0;
  }

  @Synchronized
  @WaitUntil("notEmpty") //! LAP007
  void take() {
    items--;
  }
}
