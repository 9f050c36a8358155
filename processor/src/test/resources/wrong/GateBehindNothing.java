package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Street {
  static class Town {
    Light light() {
      return null;
    }
  }

  abstract static class Light {
    abstract Gate green();
  }

  abstract static class Car {
    @WaitUntil("town.crossing.green") //! LAP004 //= @WaitUntil("town.light.green")
    void cross(Town town) {}
  }
}
