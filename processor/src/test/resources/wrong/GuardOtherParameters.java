package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  boolean atLeast(long count) { //= boolean atLeast(int count) {
    return items >= count;
  }

  @Synchronized
  @WaitUntil("atLeast") //! LAP007
  void take(int count) {
    items -= count;
  }
}
