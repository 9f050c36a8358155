package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Crossing {
  static class Light {
    Mutex lock() {
      throw new UnsupportedOperationException();
    }
  }

  private final Light a = new Light(); //= final Light a = new Light();

  @Synchronized(lock = "a.lock") //! LAP004
  int r() {
    return 1;
  }
}
