package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Town {
  @Woven(confined = true)
  abstract static class Light {
    private int ticks;

    @Async
    abstract void tickAsync();

    void tick() {
      ticks++;
    }
  }

  private final Light light;

  Town(Light light) {
    this.light = light;
  }

  @PeriodicTimer(every = "1s")
  void step() {
    light.tick(); //! LAP223 //= light.tickAsync();
  }
}
