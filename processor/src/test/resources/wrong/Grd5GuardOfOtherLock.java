package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  @Synchronized(lock = "y") //=
  boolean notEmpty() {
    return items > 0;
  }

  @Synchronized(lock = "x")
  @WaitUntil("notEmpty") //! LAP007
  void take() {
    items--;
  }

  @Synchronized(lock = "x")
  void put() {
    items++;
  }

  @Synchronized(lock = "y")
  void clear() {}

  @Synchronized(lock = "y")
  void fill() {}
}
