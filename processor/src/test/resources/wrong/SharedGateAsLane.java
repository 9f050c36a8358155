package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Users.Pools.class)
abstract class Users {
  @Shared
  interface Pools {
    Gate open(); //= Lane open();
  }

  void draw() {}

  @Async(lane = "open") //! LAP004
  abstract void drawAsync();
}
