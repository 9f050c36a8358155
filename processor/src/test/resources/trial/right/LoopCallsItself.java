package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  private int ticks;

  @Async
  abstract void tickAsync();

  @PeriodicTimer(every = "1s")
  void tick() {
    step();
  }

  void step() {
    ticks++;
  }
}
