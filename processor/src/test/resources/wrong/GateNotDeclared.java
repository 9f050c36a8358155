package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Street {
  static class Light {} //= abstract static class Light { abstract Gate green(); }

  abstract static class Car {
    @WaitUntil("light.green") //! LAP004
    void cross(Light light) {}
  }
}
