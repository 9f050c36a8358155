package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Street {
  abstract static class Light {
    abstract Gate green();
  }

  abstract static class Car {
    final Light light;

    Car(Light light) {
      this.light = light;
    }

    @WaitUntil("light.gren") //! LAP004 //= @WaitUntil("light.green")
    void cross() {}
  }
}
