package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  boolean notEmpty() {
    return items > 0;
  }

  @Synchronized(lock = {"in", "out"}) //= @Synchronized(lock = "out")
  @WaitUntil("notEmpty") //! LAP007
  void take() {
    items--;
  }

  @Synchronized(lock = {"in", "out"})
  void clear() {}

  @Synchronized(lock = {"in", "out"})
  void fill() {}
}
