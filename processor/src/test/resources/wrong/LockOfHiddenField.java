package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Street {
  static class Light {
    Mutex lock() {
      throw new UnsupportedOperationException();
    }
  }

  static class Narrow {
    final Light light = new Light();
  }

  abstract static class Crossing extends Narrow {
    private final Light light = new Light(); //= final Light light = new Light();

    @Synchronized(lock = "light.lock") //! LAP004
    void cross() {}
  }
}
