package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();

  @Async(value = "show", lane = "cpu") //! LAP013 //= @Async(value = "show", delay = "1s")
  abstract void showLater();
}
