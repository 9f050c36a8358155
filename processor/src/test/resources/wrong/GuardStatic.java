package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private int items;

  static boolean isDay() { //= boolean isDay() {
    return true;
  }

  @Synchronized
  @WaitUntil("isDay") //! LAP007
  void take() {
    items--;
  }
}
