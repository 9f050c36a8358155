package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  private final Light next;
  private int ticks;

  Light(Light next) {
    this.next = next;
  }

  @Async
  abstract void tickAsync();

  void tick() {
    ticks++;
    next.tick(); //! LAP223 //= next.tickAsync();
  }
}
