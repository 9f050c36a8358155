package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = {Users.Pools.class, Users.Others.class}) //= @Woven(uses = Users.Pools.class)
abstract class Users {
  @Shared
  interface Pools {
    Lane images();
  }

  @Shared
  interface Others {
    Lane images();
  }

  void draw() {}

  @Async(lane = "images") //! LAP004
  abstract void drawAsync();
}
