package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Town {
  abstract static class Light {
    abstract Gate green();
  }

  final Light light;

  Town(Light light) {
    this.light = light;
  }

  @WaitUntil("light.green")
  void cross() throws InterruptedException {}

  void turn() {
    Gate gate = light.green();
    gate.open();
  }
}
