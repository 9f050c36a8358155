package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Users.Pools.class)
abstract class Users {
  @Shared
  interface Pools {
    @Limit(permits = 2)
    Lane images();
  }

  void draw() {}

  @Async(lane = "image") //! LAP004 //= @Async(lane = "images")
  abstract void drawAsync();
}
