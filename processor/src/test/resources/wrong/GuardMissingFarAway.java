package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  @Synchronized
  @WaitUntil("!overflowing") //! LAP007
  void put() {
    items++;
  }
  //+ boolean overflowing() { return items > 9; }
}
