package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  int items() { //= boolean items() {
    return items; //= return items > 0;
  }

  @Synchronized
  @WaitUntil("items") //! LAP007
  void take() {
    items--;
  }
}
