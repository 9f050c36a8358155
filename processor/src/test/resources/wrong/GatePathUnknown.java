package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Street {
  abstract static class Light {
    abstract Gate green();
  }

  abstract static class Car {
    Light light; //= final Light light;

    Car(Light light) {
      this.light = light;
    }

    @WaitUntil("light.green") //! LAP004
    void cross() {}
  }
}
