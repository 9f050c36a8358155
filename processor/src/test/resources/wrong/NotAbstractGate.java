package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Street {
  abstract static class Light {
    abstract Gate green();
  }

  static class Car { //= abstract static class Car {
    @WaitUntil("light.green")
    void cross(Light light) {} //! LAP001
  }
}
