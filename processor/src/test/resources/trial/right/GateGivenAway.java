package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Light {
  abstract Gate green();

  @WaitUntil("green")
  void cross() throws InterruptedException {}

  void show(java.util.function.Consumer<Gate> to) {
    to.accept(green());
  }
}
